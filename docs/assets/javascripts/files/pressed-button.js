/**
 * The browser decides whether it prints or saves a file. In-app browsers and framed pages may do neither, and a script
 * cannot find out. So the page says beside the button what helps then.
 */

/** The elements that own buttons. They may be nested. */
const OWNERS = "dialog, [data-module]";
/** @type {HTMLButtonElement | null} */
let pressed = null;

/** @returns {HTMLButtonElement | null} The target of the last click, if it was a button. */
export function pressedButton() {
  return pressed;
}

/** @returns {Element | null} The place for remarks about the button that was pressed last. */
export function pressedButtonHelp() {
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
