/** Says in the address what a reader chose on the page. In a site that is one file, it says the page too: see one-file/address.js. */

/** @param {string} query Without its "?". */
export function keepInAddress(query) {
  history.replaceState(null, "", `?${query}`);
}
