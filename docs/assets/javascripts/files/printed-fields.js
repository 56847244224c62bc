/** On paper, a one-line box would cut off long text: sheet.css prints [data-printed] instead. */

import { allOf } from "../page/elements.js";
import { dateInWords } from "../text/dates.js";
import { onReturn } from "./printing.js";

/** The one-line boxes of worksheets, except in the form to fill in by hand. */
const ONE_LINE_FIELDS =
  ".worksheet :is([data-entries], [data-live]) input:not([type='radio'], [type='checkbox'])";

function begin() {
  for (const box of allOf(document, ONE_LINE_FIELDS)) {
    const field = box.closest(".field");
    const words = inWords(/** @type {HTMLInputElement} */ (box));
    if (field instanceof HTMLElement && words !== "") field.dataset.printed = words;
  }
}

/**
 * @param {HTMLInputElement} box
 * @returns {string} Its content; a date in words.
 */
function inWords(box) {
  return box.valueAsDate ? dateInWords(box.value, document.documentElement.lang) : box.value;
}

window.addEventListener("beforeprint", begin);
onReturn(() => {
  for (const field of allOf(document, "[data-printed]")) delete field.dataset.printed;
});
