/**
 * Path of the site on its host, such as "/repo/". It is part of every storage key.
 *
 * It comes from the page, not from the address of a script: scripts may move, and sites in several languages share
 * their answers.
 */
export const base = pathOf(document.documentElement.dataset.base);

/**
 * @param {string | undefined} path Relative path from the page to the root of the site, such as "../..", or its path on
 *   the host.
 * @returns {string} It ends with a slash.
 */
function pathOf(path) {
  if (!path) throw new Error("No data-base");
  return new URL(path, document.baseURI).pathname;
}
