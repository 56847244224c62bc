import { importOf } from "#files/fetching.js";

/**
 * Keeps the whole site in the browser, once the page has loaded. Does nothing if the reader has asked to save data, or
 * if the browser has no service workers, as in some private windows.
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
