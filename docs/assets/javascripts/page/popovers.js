/** Closes a menu that opens over the page once it has lost the focus: on a phone it would cover the focused element. */

document.addEventListener("focusin", () => {
  const left = document.querySelector(":popover-open:not(:focus-within)");
  /** @type {HTMLElement | null} */ (left)?.hidePopover();
});
