/**
 * Print the page.
 *
 * @param {{blank?: boolean}} options Blank prints no answer: print.css reads it from the root element.
 */
export function print({ blank = false } = {}) {
  document.documentElement.dataset.print = blank ? "blank" : "filled";
  window.print();
}

window.addEventListener("afterprint", () => delete document.documentElement.dataset.print);
