/**
 * Path of the site on its host, such as "/repo/", which is part of the name of everything that is saved.
 *
 * The page says where that is, and not the place of a script: scripts may move, and sites in several
 * languages share what is saved.
 */
export const base = pathOf(document.documentElement.dataset.base);

/**
 * @param {string | undefined} way From the page to the root of the site, such as "../..", or from the host to it.
 * @returns {string} It ends in a slash.
 */
function pathOf(way) {
  if (!way) throw new Error("No data-base");
  return new URL(way, document.baseURI).pathname;
}
