/** Draws the entries of a list from the page's template. */

import { required } from "../page/elements.js";
import { newRecordName } from "./new-record-name.js";

/** The placeholder for the record's name in the template's ids. */
const PLACEHOLDER = "ENTRY";
const ID_ATTRIBUTES = ["id", "for", "name", "aria-labelledby", "aria-describedby"];

/**
 * @param {HTMLTemplateElement} template
 * @param {string} kind The kind of the records.
 * @param {string} record
 * @returns {HTMLElement} An empty entry for the record.
 */
export function drawEntry(template, kind, record) {
  const fragment = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
  for (const part of fragment.querySelectorAll("*")) {
    for (const name of ID_ATTRIBUTES) {
      const value = part.getAttribute(name);
      if (value?.includes(PLACEHOLDER)) part.setAttribute(name, value.replaceAll(PLACEHOLDER, record));
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
  const entry = drawEntry(required(root, "template", HTMLTemplateElement), kind, newRecordName());
  entry.dataset.unsaved = "";
  required(root, "[data-entries]", HTMLElement).append(entry);
  return entry;
}
