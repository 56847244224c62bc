import { required, startWorksheet } from "#page/elements.js";

/**
 * Show a sheet on which nothing is written yet.
 *
 * @param {HTMLElement} root
 */
export function ready(root) {
  startWorksheet(root);
  required(root, "[data-entries]", HTMLElement).hidden = false;
}
