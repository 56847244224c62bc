/**
 * What comes into a field before anything else sees it.
 *
 * A browser that opens a closed tab again fills in its fields, and Firefox tells of it as if someone had
 * typed: what was deleted would be saved again. And a text that is too long to be saved is told beside
 * its field, where it stays until it is shorter; what was saved before stays too.
 */

import { required } from "../page/elements.js";
import { isShort, LONGEST_VALUE } from "../store/entries.js";
import { store } from "../store/store.js";
import { fill } from "../text/words.js";

/**
 * @param {Element} field
 * @returns {boolean} Whether its text is too long, so that nothing may replace it but the reader.
 */
export function isHeld(field) {
  return field.hasAttribute("data-held");
}

/** @param {Event} event */
function guard(event) {
  const { target } = event;
  if (!(target instanceof Element) || !target.closest("[data-field]")) return;
  if (!isByReader(target)) {
    event.stopImmediatePropagation();
    store.showAgain();
  } else if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) {
    if (!isShort(target.value)) event.stopImmediatePropagation();
    hold(target, !isShort(target.value));
  }
}

/**
 * @param {Element} field
 * @returns {boolean} Whether the reader is in it, or has done something on this page before.
 */
function isByReader(field) {
  return field.contains(document.activeElement) || navigator.userActivation?.hasBeenActive !== false;
}

/**
 * @param {HTMLInputElement | HTMLTextAreaElement} field
 * @param {boolean} isTooLong
 */
function hold(field, isTooLong) {
  if (isHeld(field) === isTooLong) return;
  field.toggleAttribute("data-held", isTooLong);
  const place = field.closest(".field__text") ?? field;
  if (isTooLong) place.after(message());
  else place.nextElementSibling?.remove();
}

/** @returns {HTMLElement} */
function message() {
  const words = required(document, "[data-text-too-long]", HTMLElement);
  const beside = /** @type {HTMLElement} */ (words.cloneNode());
  const limit = LONGEST_VALUE.toLocaleString(document.documentElement.lang);
  beside.textContent = fill(words.dataset.words, { limit });
  beside.hidden = false;
  return beside;
}

document.addEventListener("input", guard, { capture: true });
