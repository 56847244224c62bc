/**
 * Keeps in the address what a reader chose on the page. In the one-file site it names the page too: see
 * one-file/address.js.
 */

/** @param {string} query Without the "?". */
export function keepInAddress(query) {
  history.replaceState(null, "", `?${query}`);
}
