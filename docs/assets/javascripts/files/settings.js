import { fetchJson } from "./fetching.js";

/**
 * Fetch the words and rules of a large tool. They are in a file of their own, since few visitors need them.
 *
 * @param {HTMLElement} root Holds its address.
 * @returns {Promise<any>}
 * @throws {Error} If it cannot be fetched, so that the component's failure is shown.
 */
export function fetchSettings(root) {
  return fetchJson(root.dataset.settingsFile);
}
