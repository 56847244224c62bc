import { allOf, required, setText } from "#page/elements.js";
import { countSaved, savedIds } from "#records/counting.js";
import { fieldWords, recordWords, writtenFields } from "#records/field-words.js";
import { Records } from "#records/records.js";
import { redrawOnChange } from "#store/changes.js";
import { store } from "#store/store.js";
import { readable } from "#text/dates.js";
import { answerExcerpt, fill, readerTextElement, showCount } from "#text/words.js";

/** What keeps a list visible: an answer, or a button that brings back a removed one. */
const SHOWN = "[data-done], [data-action='undo-remove']:not([hidden])";

/**
 * Shows item by item what is saved, and where it is kept.
 *
 * @param {HTMLElement} root
 */
export function init(root) {
  const data = new YourData(root);
  store.onProblem((problems) => data.keptIn(problems.has("blocked")));
  redrawOnChange(() => data.show());
  data.show();
}

class YourData {
  isBlocked = false;

  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.asked = new Set(allOf(root, "[data-entry]").map(({ dataset }) => dataset.entry));
    this.summary = required(root, "[data-summary]", HTMLElement);
    this.unknown = required(root, "[data-unknown]", HTMLElement);
  }

  /** @param {boolean} isBlocked Whether this browser lets us save nothing. */
  keptIn(isBlocked) {
    this.isBlocked = isBlocked;
    this.showSummary();
  }

  show() {
    for (const worksheet of allOf(this.root, "[data-records]")) showWritten(worksheet);
    for (const item of allOf(this.root, "[data-sheet] [data-entry]")) showAnswer(item);
    for (const sheet of allOf(this.root, "[data-sheet]")) sheet.hidden = !sheet.querySelector(SHOWN);
    this.showUnknown();
    this.showSummary();
  }

  /** Show what is saved although no page asks for it any more, or not yet. */
  showUnknown() {
    const ids = savedIds().filter((id) => recordWords(id) === null && !this.asked.has(id));
    const { words } = this.unknown.dataset;
    const answers = ids.map((id) => ({ label: fill(words, { id }), value: store.read(id) }));
    required(this.unknown, "[data-written]", HTMLElement).replaceChildren(listOf(answers));
    this.unknown.hidden = ids.length === 0;
  }

  showSummary() {
    const { answers, marks } = countSaved();
    const isEmpty = answers + marks === 0;
    const where = this.isBlocked ? "nowhere" : store.shared ? "tab" : "browser";
    required(this.summary, "[data-nothing]", HTMLElement).hidden = !isEmpty;
    for (const line of allOf(this.summary, "[data-where]"))
      line.hidden = line.dataset.where !== where || isEmpty;
    showCount(this.summary, "[data-count]", answers);
    showCount(this.summary, "[data-marks]", marks);
    this.summary.hidden = false;
  }
}

/** @param {HTMLElement} item */
function showAnswer(item) {
  const value = store.read(item.dataset.entry ?? "");
  const answer = item.querySelector("[data-answer]");
  if (answer instanceof HTMLElement) setText(answer, value ? answerExcerpt(item, value) : "");
  item.toggleAttribute("data-done", value !== "");
}

/**
 * Show what is written on a worksheet: each record, and the parts that belong to some record.
 *
 * @param {HTMLElement} worksheet
 */
function showWritten(worksheet) {
  const { records = "", part = "" } = worksheet.dataset;
  const words = fieldWords(worksheet);
  const lists = [records, part].filter(Boolean).flatMap((kind) => {
    const all = new Records(kind);
    const written = all.all().map((record) => writtenFields(words, all, record));
    return written.filter(({ length }) => length > 0).map(listOf);
  });
  required(worksheet, "[data-written]", HTMLElement).replaceChildren(...lists);
  worksheet.hidden = lists.length === 0;
}

/** @param {{label: string, value: string}[]} fields */
function listOf(fields) {
  const list = document.createElement("dl");
  for (const { label, value } of fields) {
    const title = document.createElement("dt");
    title.textContent = label;
    list.append(title, readerTextElement(readable(value, document.documentElement.lang), "dd"));
  }
  return list;
}
