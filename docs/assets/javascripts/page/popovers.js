/** A menu that opens over the page closes once the focus has left it: on a phone it would lie over what has the focus. */

document.addEventListener("focusin", () => {
  const left = document.querySelector(":popover-open:not(:focus-within)");
  /** @type {HTMLElement | null} */ (left)?.hidePopover();
});
