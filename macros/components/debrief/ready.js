import { required, startWorksheet } from "#page/elements.js";
import { readyEntry } from "#records/entry-markup.js";

/**
 * Show a debrief in which nothing is written yet.
 *
 * @param {HTMLElement} root
 */
export function ready(root) {
  startWorksheet(root);
  readyEntry(root, "debrief-row");
  required(root, "[data-live]", HTMLElement).hidden = false;
}
