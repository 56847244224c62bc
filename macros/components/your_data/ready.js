import { required } from "#page/elements.js";

/**
 * As long as nothing is saved.
 *
 * @param {HTMLElement} root
 */
export function ready(root) {
  required(root, "[data-summary]", HTMLElement).hidden = false;
}
