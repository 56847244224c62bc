/**
 * What the script of a large tool needs: its words and rules. They are in a file, since not every visitor needs them.
 *
 * @param {HTMLElement} root Says where that is.
 * @returns {Promise<any>}
 * @throws {Error} When it cannot be had, so that the component's failure is shown.
 */
export async function fetchSettings(root) {
  const answer = await fetch(new URL(root.dataset.settingsFile ?? "", document.baseURI));
  if (!answer.ok) throw new Error(`${answer.url} answers ${answer.status}`);
  return answer.json();
}
