import { today } from "#text/dates.js";

/**
 * Hides an announcement once its last day is over.
 *
 * @param {HTMLElement} root
 */
export function init(root) {
  root.hidden = today() > (root.dataset.until ?? today());
}
