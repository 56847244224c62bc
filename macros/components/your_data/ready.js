import { required } from "#page/elements.js";

/**
 * Show the summary while nothing is saved.
 *
 * @param {HTMLElement} root
 */
export function ready(root) {
  required(root, "[data-summary]", HTMLElement).hidden = false;
}
