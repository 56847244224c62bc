import { fetchJson } from "./fetching.js";

/**
 * What the script of a large tool needs: its words and rules. They are in a file, since not every visitor needs them.
 *
 * @param {HTMLElement} root Says where that is.
 * @returns {Promise<any>}
 * @throws {Error} When it cannot be had, so that the component's failure is shown.
 */
export function fetchSettings(root) {
  return fetchJson(root.dataset.settingsFile);
}
