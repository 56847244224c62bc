/** The one-file site, as open.js passes it on. */

export const file = /** @type {{oneFile: import("./open.js").OneFile}} */ (
  /** @type {unknown} */ (globalThis)
).oneFile;
