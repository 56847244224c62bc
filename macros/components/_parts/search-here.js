import { required } from "#page/elements.js";

/**
 * Offers the search within the text of a page, too: it opens the one in the header.
 *
 * @param {HTMLElement} root
 */
export function init(root) {
  const open = required(document, "header [data-open]", HTMLButtonElement);
  root.addEventListener("click", () => open.click());
  root.hidden = false;
}
