/** The entries of a list are drawn from the template of the page. */

import { required } from "../page/elements.js";
import { newName } from "./new-name.js";

/** In the template's ids, where the record's name goes. */
const PLACE = "ENTRY";
const REFERENCES = ["id", "for", "name", "aria-labelledby", "aria-describedby"];

/**
 * @param {HTMLTemplateElement} template
 * @param {string} kind Of the records.
 * @param {string} record
 * @returns {HTMLElement} An entry for it, which is empty.
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
 * @param {string} kind Of the records.
 * @returns {HTMLElement} The first entry of an empty list, which stands ready to be written into.
 */
export function readyEntry(root, kind) {
  const entry = drawEntry(required(root, "template", HTMLTemplateElement), kind, newName());
  entry.dataset.unsaved = "";
  required(root, "[data-entries]", HTMLElement).append(entry);
  return entry;
}
