import { importOf } from "#files/fetching.js";

/**
 * Keeps the whole site in the browser, once the page is there. Not where a reader saves data, nor where the browser
 * lacks what it takes, as in some private windows.
 *
 * @param {HTMLElement} root
 */
export function init(root) {
  const { connection } = /** @type {Navigator & {connection?: {saveData?: boolean}}} */ (navigator);
  if (!navigator.serviceWorker || connection?.saveData) return;
  addEventListener("load", async () => {
    /** @type {typeof import("./offline.js")} */
    const { startOffline } = await importOf(root);
    await startOffline(root);
  });
}
