import { allOf, required } from "#page/elements.js";
import { isDone, lastAnswered, nextOpen } from "#page/list-progress.js";
import { allInterviews, currentInterview } from "#records/interviews.js";
import { redrawOnChange } from "#store/changes.js";
import { fill } from "#text/words.js";
import { ThreadCards } from "../_parts/thread-cards.js";

/**
 * Shows returning visitors their interview with its next step and the lists that they have begun, and folds up the ways
 * in.
 *
 * @param {HTMLElement} root
 */
export function init(root) {
  const cards = new ThreadCards(root);
  const draw = () => show(root, cards);
  draw();
  redrawOnChange(draw);
}

/**
 * @param {HTMLElement} root
 * @param {ThreadCards} cards
 */
function show(root, cards) {
  const current = currentInterview();
  const sheets = allOf(root, "[data-sheet]");
  const last = lastAnswered(sheets.flatMap(idsOf));
  cards.show(current === null ? [] : [current], current);
  for (const sheet of sheets) showSheet(sheet);
  showNext(root, current === null && last ? nextOpen(sheets.map(idsOf), last) : null);
  const isNew = allInterviews().length === 0 && last === null;
  if (root.hidden === isNew) return;
  root.hidden = isNew;
  foldWays(!isNew);
}

/** @param {HTMLElement} sheet */
function showSheet(sheet) {
  const ids = idsOf(sheet);
  const done = ids.filter(isDone).length;
  const next = ids.find((id) => !isDone(id));
  const text = required(sheet, "[data-progress-text]", HTMLElement);
  text.textContent = fill(text.dataset.words, { done, total: ids.length });
  required(sheet, "[data-title]", HTMLAnchorElement).href = addressOf(sheet, next);
  sheet.hidden = done === 0;
}

/**
 * Without an interview, the one next step is an item of a list.
 *
 * @param {HTMLElement} root
 * @param {string | null} id
 */
function showNext(root, id) {
  const line = required(root, "[data-next-of-lists]", HTMLElement);
  const item = id && root.querySelector(`[data-entry="${CSS.escape(id)}"]`);
  line.hidden = !item;
  if (!item) return;
  const link = required(line, "[data-step]", HTMLAnchorElement);
  link.textContent = item.textContent;
  link.href = addressOf(/** @type {HTMLElement} */ (item.closest("[data-page]")), id);
}

/**
 * @param {HTMLElement} sheet
 * @param {string} [id] An item; without it, the address is that of the page.
 */
function addressOf(sheet, id) {
  return (sheet.dataset.page ?? "") + (id ? `#${id}` : "");
}

/** @param {boolean} isFolded */
function foldWays(isFolded) {
  const ways = required(document, "[data-fold-ways]", HTMLDetailsElement);
  ways.open = !isFolded;
  required(ways, "summary", HTMLElement).hidden = !isFolded;
}

/** @param {HTMLElement} sheet */
function idsOf(sheet) {
  return allOf(sheet, "[data-entry]").map(({ dataset }) => dataset.entry ?? "");
}
