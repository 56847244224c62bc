/** In place of page/address.js. An address such as `?print/&sheets=debrief` says the page, and then what is chosen there. */

/** @returns {string} The address of the page on the site; that of the home page is empty. */
export function pageAddress() {
  return location.search.slice(1).split("&")[0];
}

/** @param {string} query */
export function keepInAddress(query) {
  try {
    history.replaceState(history.state, "", `?${pageAddress()}&${query}`);
  } catch {
    // Some browsers let a file keep its address as it is: the choice holds until the reader leaves the page.
  }
}
