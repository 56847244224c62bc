import { allOf, required, setText } from "#page/elements.js";
import { fill } from "#text/words.js";

/** The fields with the two answers to how loud it is. */
const LEVELS = ["before", "after"];

/**
 * How loud it is before and after, side by side.
 *
 * @param {HTMLElement} root
 * @param {(field: string) => string} read
 * @param {{scale: string[]}} settings
 */
export function showLevels(root, read, { scale }) {
  const levels = LEVELS.map((name) => scale.indexOf(read(name)));
  const [before, after] = levels;
  for (const [index, name] of LEVELS.entries()) showLevel(root, name, levels[index]);
  const change = after < before ? "quieter" : after > before ? "louder" : "same";
  for (const words of allOf(root, "[data-change]")) words.hidden = words.dataset.change !== change;
  required(root, "[data-compared]", HTMLElement).hidden = levels.includes(-1);
}

/**
 * @param {HTMLElement} root
 * @param {string} name
 * @param {number} level
 */
function showLevel(root, name, level) {
  const line = required(root, `[data-level='${name}']`, HTMLElement);
  for (const [index, circle] of line.querySelectorAll("circle").entries())
    circle.toggleAttribute("data-full", index < level);
  const words = required(line, "[data-words]", HTMLElement);
  const chosen = root.querySelector(`[data-entries] [data-field='${name}'] label:has(:checked)`);
  setText(words, fill(words.dataset.words, { answer: chosen?.textContent.trim() ?? "" }));
}
