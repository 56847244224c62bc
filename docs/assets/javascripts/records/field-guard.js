/**
 * Checks input before any other listener sees it.
 *
 * A browser that reopens a closed tab fills in its fields, and Firefox fires input events as if someone had typed:
 * deleted text would be saved again. And a text that is too long to save is reported beside its field, and stays there
 * until the reader shortens it; the text saved before is kept.
 */

import { required } from "../page/elements.js";
import { isShort, LONGEST_VALUE } from "../store/entries.js";
import { store } from "../store/store.js";
import { fill } from "../text/words.js";

/**
 * @param {Element} field
 * @returns {boolean} Whether its text is too long, so that only the reader may replace it.
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
 * @returns {boolean} Whether the reader is in it, or has interacted with this page before.
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
