/**
 * Replaces page/address.js. In an address such as `?print/&sheets=debrief` the page comes first, then the choices made
 * on it.
 */

/** @returns {string} The address of the page on the site; empty for the home page. */
export function pageAddress() {
  return location.search.slice(1).split("&")[0];
}

/** @param {string} query */
export function keepInAddress(query) {
  try {
    history.replaceState(history.state, "", `?${pageAddress()}&${query}`);
  } catch {
    // Some browsers do not let a local file change its address: the choice lasts until the reader leaves the page.
  }
}
