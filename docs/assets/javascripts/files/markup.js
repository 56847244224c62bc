/**
 * Fetch a part of a page that few visitors need. Trusted Types forbid turning a string into markup, but a request may
 * return a parsed document.
 *
 * @param {string} [address]
 * @returns {Promise<Element>}
 * @throws {Error} If it cannot be fetched.
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
