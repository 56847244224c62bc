/**
 * A browser keeps pages and scripts for some minutes, each on its own: after an update of the site it may bring
 * two releases together. The build writes into every script which one it is of, and into the page.
 */

import { allOf, onAction } from "./elements.js";

/** @returns {boolean} Whether all scripts that run are of the release of this page. */
export function isOneRelease() {
  const release = document.querySelector("[data-release]")?.getAttribute("data-release");
  /** @type {Iterable<string>} */
  const releases = Reflect.get(globalThis, "releases") ?? [];
  return [...releases].every((each) => each === release);
}

/** Say that the page was updated. What the browser kept is fetched anew at once, so that a reload helps. */
export function offerReload() {
  const fetched = fetchAnew();
  for (const notice of allOf(document, "[data-updated]")) {
    // A tool inside another need not say it again.
    if (notice.closest("[data-module] [data-module]:not([data-module='storage-notice'])")) continue;
    notice.hidden = false;
    onAction(notice, () => fetched.then(() => location.reload()));
  }
}

/** The page and all that it loads, past what the browser keeps. */
function fetchAnew() {
  const loaded = allOf(document, "script[src], link[rel='modulepreload'], link[rel='stylesheet']");
  const addresses = loaded.map((each) => each.getAttribute("src") ?? each.getAttribute("href") ?? "");
  return Promise.allSettled(["", ...addresses].map((address) => fetch(address, { cache: "reload" })));
}
