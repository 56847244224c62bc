import { allOf, required } from "#page/elements.js";
import { fill } from "#text/words.js";

/**
 * Show a checklist in which nothing is ticked yet.
 *
 * @param {HTMLElement} root
 */
export function ready(root) {
  for (const shown of allOf(root, "[data-progress], [data-tools]")) shown.hidden = false;
  required(root, "[data-action='reset']", HTMLElement).hidden = true;
  const text = required(root, "[data-progress-text]", HTMLElement);
  const { max } = required(root, "progress", HTMLProgressElement);
  text.textContent = fill(text.dataset.words, { done: 0, total: max });
}
