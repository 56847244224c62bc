import { allOf } from "#page/elements.js";

/**
 * Show a pack while nothing is saved, and the address chooses nothing.
 *
 * @param {HTMLElement} root
 */
export function ready(root) {
  for (const part of allOf(root, "[data-mine], [data-tools]")) part.hidden = false;
}
