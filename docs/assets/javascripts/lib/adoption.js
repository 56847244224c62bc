import { store } from "./store.js";

/**
 * The earlier ids of what a page asks, from its [data-entry] with [data-was].
 *
 * @param {ParentNode} root
 * @returns {Map<string, string>} The id of today by each earlier one.
 */
export function earlierIds(root) {
  /** @type {Map<string, string>} */
  const ids = new Map();
  for (const element of root.querySelectorAll("[data-was]")) {
    const id = element.getAttribute("data-entry") ?? "";
    for (const earlier of element.getAttribute("data-was")?.split(" ") ?? []) ids.set(earlier, id);
  }
  return ids;
}

/**
 * What was saved under an earlier id follows the item to its id of today.
 *
 * @param {ParentNode} root
 */
export function adoptEarlierIds(root) {
  for (const [earlier, id] of earlierIds(root)) store.rename(earlier, id);
}
