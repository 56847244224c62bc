import { allOf, required } from "../page/elements.js";
import { placeBeside } from "./beside.js";

/** What readers tick and write in, but for the form for a pen. */
const BOXES = ".checklist input, .worksheet :is([data-entries], [data-live]) :is(input, textarea)";

/** Whether the browser has begun to print since a button asked for it. */
let hasBegun = false;

/**
 * Print the page.
 *
 * @param {{blank?: boolean}} options Blank prints no answer: print.css reads it from the root element.
 */
export function print({ blank = false } = {}) {
  document.documentElement.dataset.print = blank ? "blank" : "filled";
  hasBegun = false;
  // Apps that show pages may lack it.
  window.print?.();
  tellOfPrint(!hasBegun);
}

/** @param {boolean} hasFailed */
function tellOfPrint(hasFailed) {
  const place = placeBeside();
  if (place) required(place, "[data-print-failed]", HTMLElement).hidden = !hasFailed;
}

/** Some browsers print a moment later: then it has not failed. What has no answer yet is printed for a pen. */
function begin() {
  hasBegun = true;
  tellOfPrint(false);
  document.documentElement.dataset.print ??= allOf(document, BOXES).some(isWritten) ? "filled" : "blank";
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
 * Nothing else says for sure that the page is printed: some browsers draw a sheet anew after their dialog has closed,
 * and a blank one must be blank until then.
 *
 * @param {() => void} listener Called when the reader is back at the page.
 */
export function onReturn(listener) {
  window.addEventListener("pageshow", listener);
  for (const back of ["pointerdown", "keydown"]) document.addEventListener(back, listener, { capture: true });
}

window.addEventListener("beforeprint", begin);
onReturn(() => {
  delete document.documentElement.dataset.print;
});
