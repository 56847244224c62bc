import { allOf, required } from "#page/elements.js";
import { dayInWords, isDay } from "#text/dates.js";
import { shortened, showWords } from "#text/words.js";

/** In characters: two lines on a phone. */
const LONGEST_OFFER = 80;

/**
 * Beside each field, say that its text came from another tool, or offer that text if the field is empty. Beside a
 * reader's own text, say nothing.
 *
 * @param {HTMLElement} root
 * @param {Record<string, string>} values The texts of the other tool, by field.
 * @param {(field: string) => string} read Returns the text in a field.
 * @param {string[]} [others] Fields that ask for something else now, so that nothing is offered for them.
 */
export function showCarried(root, values, read, others = []) {
  for (const line of allOf(root, "[data-carried]")) {
    const field = line.dataset.carried ?? "";
    const text = values[field] ?? "";
    const isThere = read(field) === text;
    const isOffered = read(field) === "" && !others.includes(field);
    line.hidden = text === "" || !(isThere || isOffered);
    showCarriedLine(line, text, isThere);
  }
}

/**
 * @param {HTMLElement} line
 * @param {string} text The text of the other tool.
 * @param {boolean} isThere Whether it is filled in.
 */
export function showCarriedLine(line, text, isThere) {
  const words = required(line, "[data-carried-words]", HTMLElement);
  const shown = isThere ? words.dataset.from : words.dataset.offer;
  const inWords = isDay(text) ? dayInWords(text, document.documentElement.lang) : text;
  showWords(words, shown, { text: shortened(inWords, LONGEST_OFFER) }, "text");
  required(line, "[data-action='take-out']", HTMLElement).hidden = !isThere;
  required(line, "[data-action='put-in']", HTMLElement).hidden = isThere;
}

/**
 * @param {HTMLButtonElement} button Takes the carried text out, or puts it in.
 * @param {Record<string, string>} values The texts of the other tool, by field.
 * @returns {[field: string, text: string]} The field and its new text.
 */
export function carriedBy(button, values) {
  const field = button.closest("[data-carried]")?.getAttribute("data-carried") ?? "";
  return [field, button.dataset.action === "take-out" ? "" : (values[field] ?? "")];
}

/** @param {HTMLButtonElement} button The one pressed: the other has taken its place, and gets the focus. */
export function focusOther(button) {
  const other = button.parentElement?.querySelector("button:not([hidden])");
  if (other instanceof HTMLElement) other.focus();
}
