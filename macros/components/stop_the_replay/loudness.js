import { required } from "#page/elements.js";
import { showLevels } from "../_parts/levels.js";

/**
 * Show how loud it is before and after, side by side.
 *
 * @param {HTMLElement} root
 */
export function showLoudness(root) {
  const fields = ["before", "after"].map((name) =>
    required(root, `[data-entries] [data-field='${name}']`, HTMLElement),
  );
  showLevels(required(root, "[data-compared]", HTMLElement), fields);
}
