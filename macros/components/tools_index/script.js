import { allOf, required } from "#page/elements.js";
import { isDone } from "#page/list-progress.js";
import { Records } from "#records/records.js";
import { redrawOnChange } from "#store/changes.js";
import { fill } from "#text/words.js";

/**
 * Shows the reader's progress with each tool: how much is ticked on a list, how much is saved on a worksheet.
 *
 * @param {HTMLElement} root
 */
export function init(root) {
  show(root);
  redrawOnChange(() => show(root));
}

/** @param {HTMLElement} root */
function show(root) {
  for (const sheet of allOf(root, "[data-entries]")) {
    const ids = sheet.dataset.entries?.split(" ") ?? [];
    const done = ids.filter(isDone).length;
    showReached(sheet, done > 0, { done, total: ids.length });
  }
  for (const worksheet of allOf(root, "[data-records]")) {
    const count = new Records(worksheet.dataset.records ?? "").all().length;
    showReached(worksheet, count > 0, { count });
  }
}

/**
 * @param {HTMLElement} tool
 * @param {boolean} isBegun
 * @param {Record<string, number>} values
 */
function showReached(tool, isBegun, values) {
  const reached = required(tool, "[data-reached]", HTMLElement);
  reached.textContent = fill(reached.dataset.words, values);
  reached.hidden = !isBegun;
}
