/** The file that the site is, as open.js hands it over. */

export const file = /** @type {{oneFile: import("./open.js").OneFile}} */ (
  /** @type {unknown} */ (globalThis)
).oneFile;
