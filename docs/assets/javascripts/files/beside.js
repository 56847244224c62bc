/**
 * Printing and saving a file are up to the browser, and some do neither: apps that show pages inside them, and
 * pages that show this one in a frame. A script is not told. So the page says beside the button what helps then.
 */

/** What buttons belong to. One may stand inside another. */
const OWNERS = "dialog, [data-module]";
/** @type {HTMLButtonElement | null} */
let pressed = null;

/** @returns {HTMLButtonElement | null} What was pressed last, if it was a button. */
export function pressedButton() {
  return pressed;
}

/** @returns {Element | null} Where the page says something about the button that was pressed last. */
export function placeBeside() {
  const owner = pressed?.closest(OWNERS);
  const places = [...(owner?.querySelectorAll("[data-handing-over]") ?? [])];
  return places.find((place) => place.closest(OWNERS) === owner) ?? null;
}

document.addEventListener(
  "click",
  ({ target }) => {
    pressed = target instanceof Element ? target.closest("button") : null;
  },
  { capture: true },
);
