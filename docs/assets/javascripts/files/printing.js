import { tellOfPrint } from "./handing-over.js";

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

/** Some browsers print a moment later: then it has not failed. */
function begin() {
  hasBegun = true;
  tellOfPrint(false);
}

/** Not every browser says when it has printed. Whoever looks at the page again, or touches it, is done. */
function end() {
  delete document.documentElement.dataset.print;
}

window.addEventListener("beforeprint", begin);
for (const done of ["afterprint", "focus", "pageshow"]) window.addEventListener(done, end);
for (const done of ["pointerdown", "keydown", "visibilitychange"])
  document.addEventListener(done, end, { capture: true });
