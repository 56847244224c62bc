import { required, showTools, supersede } from "#page/elements.js";

/**
 * Show the tools while nothing is saved.
 *
 * @param {HTMLElement} root
 */
export function ready(root) {
  supersede(required(root, "[data-without-script]", HTMLElement));
  showTools(root);
}
