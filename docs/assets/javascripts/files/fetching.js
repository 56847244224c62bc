/**
 * What a page fetches from its own site, when it is needed. In a site that is one file it stands in that file: see
 * one-file/fetching.js.
 */

/**
 * Fetch the script that a component needs on its first use only. The page says where it is.
 *
 * @param {HTMLElement} root
 */
export function importOf(root) {
  return import(new URL(root.dataset.script ?? "", document.baseURI).href);
}

/**
 * @param {string} [address]
 * @returns {Promise<any>}
 * @throws {Error} When it cannot be had.
 */
export async function fetchJson(address = "") {
  const answer = await fetch(new URL(address, document.baseURI));
  if (!answer.ok) throw new Error(`${answer.url} answers ${answer.status}`);
  return answer.json();
}
