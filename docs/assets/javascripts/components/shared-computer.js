import { required } from "../lib/elements.js";
import { store } from "../lib/store.js";

/**
 * The switch for a computer that others use too: everything moves into this tab, and back.
 *
 * @param {HTMLElement} root
 */
export function init(root) {
  const toggle = required(root, "input[data-action='shared']", HTMLInputElement);
  toggle.checked = store.shared;
  toggle.addEventListener("change", () => {
    store.shared = toggle.checked;
    toggle.checked = store.shared;
  });
  required(root, "[data-tools]", HTMLElement).hidden = false;
}
