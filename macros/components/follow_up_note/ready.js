import { required, startWorksheet } from "#page/elements.js";

/**
 * Show a note in which nothing is written yet.
 *
 * @param {HTMLElement} root
 */
export function ready(root) {
  startWorksheet(root);
  required(root, "[data-letter-tools]", HTMLElement).hidden = true;
  required(root, "[data-dock]", HTMLElement).hidden = false;
  required(root, "[data-see]", HTMLElement).classList.add("button--primary");
  required(root, "[data-entries]", HTMLElement).hidden = false;
}
