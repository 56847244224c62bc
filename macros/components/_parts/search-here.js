import { required } from "#page/elements.js";

/**
 * A button in the text of a page that opens the search in the header.
 *
 * @param {HTMLElement} root
 */
export function init(root) {
  const open = required(document, "header [data-open]", HTMLButtonElement);
  root.addEventListener("click", () => open.click());
  root.hidden = false;
}
