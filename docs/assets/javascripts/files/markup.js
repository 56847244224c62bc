/**
 * Fetch what is part of a page but not needed by every visitor. No script may make markup of a text, but it may ask the
 * browser for markup.
 *
 * @param {string} [address]
 * @returns {Promise<Element>}
 * @throws {Error} When it cannot be had.
 */
export function fetchMarkup(address = "") {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const fail = () => reject(new Error(`${address}: ${request.status}`));
    request.responseType = "document";
    request.addEventListener("load", () => {
      const found = request.status === 200 && request.response?.body?.firstElementChild;
      if (found) resolve(document.importNode(found, true));
      else fail();
    });
    request.addEventListener("error", fail);
    request.overrideMimeType("text/html; charset=utf-8");
    request.open("GET", address);
    request.send();
  });
}
