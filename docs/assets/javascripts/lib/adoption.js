import { store } from "./store.js";

/**
 * What was saved under an older id follows the item to its new one.
 *
 * @param {ParentNode} root
 */
export function adoptOldIds(root) {
  for (const element of root.querySelectorAll("[data-was]")) {
    const id = element.getAttribute("data-entry") ?? "";
    for (const old of element.getAttribute("data-was")?.split(" ") ?? []) store.rename(old, id);
  }
}
