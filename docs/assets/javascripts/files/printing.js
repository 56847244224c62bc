import { allOf, required } from "../page/elements.js";
import { pressedButtonHelp } from "./pressed-button.js";

/** The boxes that readers tick and type in, except in the form to fill in by hand. */
const FIELDS = ".checklist input, .worksheet :is([data-entries], [data-live]) :is(input, textarea)";

/** Whether the browser has begun to print since a button was pressed. */
let hasBegun = false;

/**
 * Print the page.
 *
 * @param {{blank?: boolean}} options `blank` prints no answers: print.css reads it from the root element.
 */
export function print({ blank = false } = {}) {
  document.documentElement.dataset.print = blank ? "blank" : "filled";
  hasBegun = false;
  // In-app browsers may lack it.
  window.print?.();
  showPrintHelp(!hasBegun);
}

/** @param {boolean} hasFailed */
function showPrintHelp(hasFailed) {
  const place = pressedButtonHelp();
  if (place) required(place, "[data-print-failed]", HTMLElement).hidden = !hasFailed;
}

/** Some browsers begin a moment later, and printing has not failed then. A page without answers is printed blank. */
function begin() {
  hasBegun = true;
  showPrintHelp(false);
  document.documentElement.dataset.print ??= allOf(document, FIELDS).some(isWritten) ? "filled" : "blank";
}

/**
 * @param {HTMLElement} box
 * @returns {boolean}
 */
function isWritten(box) {
  const { type, checked, value } = /** @type {HTMLInputElement} */ (box);
  return type === "radio" || type === "checkbox" ? checked : value !== "";
}

/**
 * Listen for the reader's return from printing. No event says reliably that printing is over: some browsers redraw the
 * sheet after their dialog has closed, and a blank sheet must stay blank until then.
 *
 * @param {() => void} listener Called when the reader is back on the page.
 */
export function onReturn(listener) {
  window.addEventListener("pageshow", listener);
  for (const back of ["pointerdown", "keydown"]) document.addEventListener(back, listener, { capture: true });
}

window.addEventListener("beforeprint", begin);
onReturn(() => {
  delete document.documentElement.dataset.print;
});
