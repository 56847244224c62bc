/**
 * What a page fetches from its own site on demand. The one-file site has all of it inside: see one-file/fetching.js.
 */

/**
 * Import the script that a component needs only once it is used. The page holds its address.
 *
 * @param {HTMLElement} root
 */
export function importOf(root) {
  return import(new URL(root.dataset.script ?? "", document.baseURI).href);
}

/**
 * @param {string} [address]
 * @returns {Promise<any>}
 * @throws {Error} If it cannot be fetched.
 */
export async function fetchJson(address = "") {
  const answer = await fetch(new URL(address, document.baseURI));
  if (!answer.ok) throw new Error(`${answer.url} answers ${answer.status}`);
  return answer.json();
}
