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
  const written = allOf(document, BOXES).filter(isWritten);
  document.documentElement.dataset.print ??= written.length > 0 ? "filled" : "blank";
  for (const box of written) showWhole(box);
}

/**
 * @param {HTMLElement} box
 * @returns {boolean}
 */
function isWritten(box) {
  if (box instanceof HTMLInputElement && isSquare(box)) return box.checked;
  return /** @type {HTMLInputElement | HTMLTextAreaElement} */ (box).value !== "";
}

/** @param {HTMLInputElement} box */
function isSquare({ type }) {
  return type === "radio" || type === "checkbox";
}

/**
 * A box of one line would cut what does not fit: sheet.css prints this instead.
 *
 * @param {HTMLElement} box
 */
function showWhole(box) {
  if (!(box instanceof HTMLInputElement) || isSquare(box)) return;
  const field = box.closest(".field");
  if (field instanceof HTMLElement) field.dataset.printed = inWords(box);
}

/**
 * @param {HTMLInputElement} box
 * @returns {string} What is in it, a date as readers write it.
 */
function inWords(box) {
  const form = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long", timeZone: "UTC" });
  return box.valueAsDate ? form.format(box.valueAsDate) : box.value;
}

/**
 * The reader is back at the page. Nothing else says for sure that it is printed: some browsers draw a sheet anew
 * after their dialog has closed, and a blank one must be blank until then.
 */
function end() {
  delete document.documentElement.dataset.print;
  for (const field of allOf(document, "[data-printed]")) delete field.dataset.printed;
}

window.addEventListener("beforeprint", begin);
window.addEventListener("pageshow", end);
for (const back of ["pointerdown", "keydown"]) document.addEventListener(back, end, { capture: true });
