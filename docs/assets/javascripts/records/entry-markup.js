/** The entries of a list are drawn from the template of the page. */

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
