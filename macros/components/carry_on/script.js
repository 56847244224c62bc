import { allOf, required } from "#page/elements.js";
import { isDone, lastAnswered } from "#page/overview.js";
import { redrawOnChange } from "#store/changes.js";
import { fill } from "#text/words.js";

/**
 * Shows a returning visitor the list that they worked on last.
 *
 * @param {HTMLElement} root
 */
export function init(root) {
  show(root);
  redrawOnChange(() => show(root));
}

/** @param {HTMLElement} root */
function show(root) {
  const sheets = allOf(root, "[data-entries]");
  const last = lastAnswered(sheets.flatMap(idsOf));
  for (const sheet of sheets) {
    const ids = idsOf(sheet);
    sheet.hidden = last === null || !ids.includes(last);
    const text = required(sheet, "[data-progress-text]", HTMLElement);
    text.textContent = fill(text.dataset.words, { done: ids.filter(isDone).length, total: ids.length });
  }
  root.hidden = last === null;
}

/** @param {HTMLElement} sheet */
function idsOf(sheet) {
  return (sheet.dataset.entries ?? "").split(" ");
}
