import { allOf, required } from "#page/elements.js";
import { isDone, lastAnswered, nextOpen } from "#page/list-progress.js";
import { dotsOf, settledVerdict } from "#page/verdict.js";
import { allInterviews, currentInterview, interviews, nameOf } from "#records/interviews.js";
import { labelOf } from "#records/labels.js";
import { Records } from "#records/records.js";
import { redrawOnChange } from "#store/changes.js";
import { store } from "#store/store.js";
import { answerExcerpt, fill } from "#text/words.js";
import { ThreadCards } from "../_parts/thread-cards.js";

/** Items that the lists ask for today. */
const OPEN = "[data-entry]:not([data-retired])";

/**
 * Shows the progress of each interview and list, where the reader stopped, and the one next step.
 *
 * @param {HTMLElement} root
 */
export function init(root) {
  goWhereItMoved(root);
  window.addEventListener("hashchange", () => goWhereItMoved(root));
  const cards = new ThreadCards(root);
  const draw = () => {
    // The newest is on top: most readers continue with it, so its filled button is in view.
    cards.show([...allInterviews()].reverse(), currentInterview());
    show(root);
  };
  draw();
  redrawOnChange(draw);
}

/**
 * Copies, the shared computer and deleting used to be on this page, and links to it may hold a copy. A fragment that
 * is not found here belongs to the page Your data.
 *
 * @param {HTMLElement} root
 */
function goWhereItMoved(root) {
  const { hash } = location;
  if (hash && !document.getElementById(hash.slice(1))) location.replace((root.dataset.moved ?? "") + hash);
}

/** @param {HTMLElement} root */
function show(root) {
  for (const element of allOf(root, OPEN)) showAnswer(element);
  for (const sheet of allOf(root, "[data-sheet]")) showSheet(sheet);
  for (const worksheet of allOf(root, "[data-records]")) showRecords(worksheet);
  showNext(root);
}

/** @param {HTMLElement} element */
function showAnswer(element) {
  const value = store.read(element.dataset.entry ?? "");
  required(element, "[data-answer]", HTMLElement).textContent = answerExcerpt(element, value);
  element.toggleAttribute("data-done", value !== "");
}

/** @param {HTMLElement} sheet */
function showSheet(sheet) {
  const ids = idsIn(sheet);
  const done = ids.filter(isDone).length;
  const text = required(sheet, "[data-progress-text]", HTMLElement);
  text.textContent = fill(text.dataset.words, { done, total: ids.length });
  required(sheet, "progress", HTMLProgressElement).value = done;
  required(sheet, "[data-progress]", HTMLElement).hidden = false;
  const open = done > 0 ? ids.find((id) => !isDone(id)) : null;
  showLink(sheet, "[data-next-of-sheet]", open ?? null);
  const result = sheet.querySelector("[data-result]");
  if (result instanceof HTMLElement) showResult(sheet, result, ids);
}

/**
 * Show the verdict on a list of questions as soon as it is settled, and what to work on.
 *
 * @param {HTMLElement} sheet
 * @param {HTMLElement} result
 * @param {string[]} ids
 */
function showResult(sheet, result, ids) {
  const answers = ids.map((id) => store.read(id));
  const verdicts = allOf(result, "[data-verdict]");
  const settled = settledVerdict(verdicts, answers);
  for (const verdict of verdicts) verdict.hidden = verdict !== settled;
  result.dataset.dots = dotsOf(answers);
  const lines = ids.filter((id) => store.read(id) === "no").map((id) => lineTo(sheet, id));
  required(result, "[data-work-on-list]", HTMLElement).replaceChildren(...lines);
  required(result, "[data-work-on]", HTMLElement).hidden = lines.length === 0;
  result.hidden = !settled;
}

/**
 * @param {HTMLElement} sheet
 * @param {string} id
 */
function lineTo(sheet, id) {
  const line = document.createElement("li");
  line.append(linkTo(sheet, id) ?? "");
  return line;
}

/** @param {HTMLElement} worksheet */
function showRecords(worksheet) {
  const records = new Records(worksheet.dataset.records ?? "");
  const all = records.all();
  const count = required(worksheet, "[data-count]", HTMLElement);
  count.textContent = fill(count.dataset.words, { count: all.length });
  const list = required(worksheet, "[data-list]", HTMLElement);
  list.replaceChildren(...all.map((record) => recordLine(worksheet, list, records, record)));
  count.hidden = list.hidden = all.length === 0;
  const causes = worksheet.querySelector("[data-causes]");
  if (causes instanceof HTMLElement) showCauses(causes, new Records(worksheet.dataset.part ?? ""));
}

/**
 * Show how often each cause was chosen, the most frequent first.
 *
 * @param {HTMLElement} causes
 * @param {Records} rows
 */
function showCauses(causes, rows) {
  const chosen = rows.all().map((row) => rows.read(row, "cause"));
  const list = required(causes, "[data-tallies]", HTMLElement);
  const titles = /** @type {[string, string][]} */ (Object.entries(JSON.parse(list.dataset.titles ?? "{}")));
  const counts = titles
    .map(([cause, title]) => ({ title, count: chosen.filter((each) => each === cause).length }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count);
  list.replaceChildren(...counts.map((each) => tally(list.dataset.words, each)));
  causes.hidden = counts.length === 0;
}

/**
 * @param {string | undefined} words
 * @param {{title: string, count: number}} values
 */
function tally(words, values) {
  const line = document.createElement("li");
  line.textContent = fill(words, values);
  line.dataset.tally = "■".repeat(values.count);
  return line;
}

/**
 * @param {HTMLElement} worksheet
 * @param {HTMLElement} list
 * @param {Records} records
 * @param {string} record
 */
function recordLine(worksheet, list, records, record) {
  const link = document.createElement("a");
  link.dir = "auto";
  link.href = `${worksheet.dataset.page}#${records.kind}--${record}`;
  const label = nameIn(worksheet, records, record);
  link.textContent = label ? answerExcerpt(worksheet, label) : (list.dataset.untitled ?? "");
  const line = document.createElement("li");
  line.append(link, gapOf(worksheet, records, record));
  return line;
}

/**
 * @param {HTMLElement} worksheet
 * @param {Records} records
 * @param {string} record
 * @returns {string} Which parts of an answer are still empty, in words; "" if none is, or if there are no parts.
 */
function gapOf(worksheet, records, record) {
  const parts = Object.entries(JSON.parse(worksheet.dataset.parts ?? "{}"));
  const empty = parts.filter(([part]) => records.read(record, part).trim() === "").map(([, name]) => name);
  if (empty.length === 0) return "";
  return ` ${fill(worksheet.dataset.gap, { parts: empty.join(", ") })}`;
}

/**
 * @param {HTMLElement} worksheet
 * @param {Records} records
 * @param {string} record
 * @returns {string} The name of a record; "" if it has none.
 */
function nameIn(worksheet, records, record) {
  const words = worksheet.closest("[data-thread-words]")?.getAttribute("data-thread-words") ?? "";
  if (records.kind === interviews.kind) return nameOf(record, JSON.parse(words).names).name;
  return labelOf(records, record, worksheet.dataset.label);
}

/**
 * Readers with an interview see the next step on its card. Readers who have only another sheet, and no tick, get no
 * next step, and are not told that nothing is saved.
 *
 * @param {HTMLElement} root
 */
function showNext(root) {
  const sheets = allOf(root, "[data-sheet]").map(idsIn);
  const last = lastAnswered(sheets.flat());
  const isElsewhere = last === null && allOf(root, "[data-count]").some(({ hidden }) => !hidden);
  required(root, "[data-now]", HTMLElement).hidden = isElsewhere || allInterviews().length > 0;
  required(root, "[data-nothing-yet]", HTMLElement).hidden = last !== null;
  showLink(root, "[data-last]", last);
  showLink(root, "[data-next]", last && nextOpen(sheets, last));
}

/**
 * @param {HTMLElement} sheet
 * @returns {string[]} The items that the list asks for today.
 */
function idsIn(sheet) {
  return allOf(sheet, OPEN).map(({ dataset }) => dataset.entry ?? "");
}

/**
 * Show a line with the link of an answer, or hide the line when there is none.
 *
 * @param {HTMLElement} root
 * @param {string} selector
 * @param {string | null} id
 */
function showLink(root, selector, id) {
  const line = required(root, selector, HTMLElement);
  const link = id && linkTo(root, id);
  const place = required(line, "[data-link]", HTMLElement);
  // A screen reader would announce the same link again.
  if (!link || !place.firstChild?.isEqualNode(link)) place.replaceChildren(...(link ? [link] : []));
  line.hidden = !link;
}

/**
 * @param {HTMLElement} root
 * @param {string} id
 * @returns {Node | undefined} The link to an answer.
 */
function linkTo(root, id) {
  return root.querySelector(`[data-entry="${CSS.escape(id)}"] a`)?.cloneNode(true);
}
