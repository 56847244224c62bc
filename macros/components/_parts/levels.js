import { allOf, required, setText } from "#page/elements.js";
import { fill } from "#text/words.js";

/**
 * Show two answers on the same scale, before and after, side by side once there are both.
 *
 * @param {HTMLElement} compared What levels.html.jinja draws.
 * @param {HTMLElement[]} fields The field of the answer before, then that of the answer after.
 */
export function showLevels(compared, fields) {
  const [before, after] = fields.map(levelIn);
  for (const [index, line] of allOf(compared, "[data-level]").entries()) showLevel(line, fields[index]);
  const change = after < before ? "less" : after > before ? "more" : "same";
  for (const words of allOf(compared, "[data-change]")) words.hidden = words.dataset.change !== change;
  compared.hidden = before === -1 || after === -1;
}

/**
 * @param {HTMLElement} line
 * @param {HTMLElement} field
 */
function showLevel(line, field) {
  const level = levelIn(field);
  for (const [index, circle] of line.querySelectorAll("circle").entries())
    circle.toggleAttribute("data-full", index < level);
  const words = required(line, "[data-words]", HTMLElement);
  const chosen = field.querySelector("label:has(:checked)");
  setText(words, fill(words.dataset.words, { answer: chosen?.textContent.trim() ?? "" }));
}

/**
 * @param {HTMLElement} field
 * @returns {number} How many steps above the lowest answer; -1 for none yet.
 */
function levelIn(field) {
  return [...field.querySelectorAll("input")].findIndex(({ checked }) => checked);
}
