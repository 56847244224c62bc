/** Draws the entries of a list from the page's template. */

import { required } from "../page/elements.js";
import { newName } from "./new-name.js";

/** The placeholder for the record's name in the template's ids. */
const PLACE = "ENTRY";
const REFERENCES = ["id", "for", "name", "aria-labelledby", "aria-describedby"];

/**
 * @param {HTMLTemplateElement} template
 * @param {string} kind The kind of the records.
 * @param {string} record
 * @returns {HTMLElement} An empty entry for the record.
 */
export function drawEntry(template, kind, record) {
  const fragment = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
  for (const part of fragment.querySelectorAll("*")) {
    for (const name of REFERENCES) {
      const value = part.getAttribute(name);
      if (value?.includes(PLACE)) part.setAttribute(name, value.replaceAll(PLACE, record));
    }
  }
  const element = /** @type {HTMLElement} */ (fragment.firstElementChild);
  element.dataset.entry = record;
  element.id = `${kind}--${record}`;
  return element;
}

/**
 * @param {HTMLElement} root
 * @param {string} kind The kind of the records.
 * @returns {HTMLElement} The first entry of an empty list, ready to be written in.
 */
export function readyEntry(root, kind) {
  const entry = drawEntry(required(root, "template", HTMLTemplateElement), kind, newName());
  entry.dataset.unsaved = "";
  required(root, "[data-entries]", HTMLElement).append(entry);
  return entry;
}
