import { allOf } from "../page/elements.js";
import { fieldWords, writtenFields } from "../records/field-words.js";
import { Records } from "../records/records.js";
import { store } from "../store/store.js";
import { documentOf, heading, item, list, task } from "../text/markdown.js";
import { answerWords } from "../text/words.js";

/** @typedef {import("../records/field-words.js").FieldWords} FieldWords */

/**
 * Everything that the page lists, with its answers, to read or to keep with other notes.
 *
 * @returns {string} Markdown.
 */
export function markdownCopy() {
  const worksheets = allOf(document, "[data-records]").flatMap(worksheetBlocks);
  const sheets = allOf(document, "[data-sheet]").flatMap(sheetBlocks);
  // The title of the page, which ends with the name of the site: a center's own copy says whose it is.
  return documentOf(document.title, [...worksheets, ...sheets]);
}

/**
 * @param {FieldWords} words
 * @param {Records} records
 * @param {string} record
 * @returns {string[]} What the reader wrote in a record, as a list.
 */
export function fieldList(words, records, record) {
  return list(writtenFields(words, records, record).map(({ label, value }) => item(label, value)));
}

/**
 * @param {HTMLElement} worksheet
 * @returns {string[]} Its records, each with the parts that belong to it.
 */
function worksheetBlocks(worksheet) {
  const { records: kind = "", part = "" } = worksheet.dataset;
  const words = fieldWords(worksheet);
  const records = new Records(kind);
  const parts = new Records(part);
  const blocks = records.all().flatMap((record, index) => [
    heading(3, `${index + 1}`),
    ...fieldList(words, records, record),
    ...parts
      .all()
      .filter((each) => parts.read(each, kind) === record)
      .flatMap((each, place) => [heading(4, `${index + 1}.${place + 1}`), ...fieldList(words, parts, each)]),
  ]);
  return blocks.length > 0 ? [heading(2, titleOf(worksheet)), ...blocks] : [];
}

/** @param {HTMLElement} sheet */
function sheetBlocks(sheet) {
  const shown = allOf(sheet, "[data-entry]").filter((element) => !element.hidden);
  return [heading(2, titleOf(sheet)), ...list(shown.map(entryTask))];
}

/** @param {HTMLElement} sheet */
function titleOf(sheet) {
  return sheet.querySelector("[data-title]")?.textContent ?? "";
}

/** @param {HTMLElement} element */
function entryTask(element) {
  const value = store.read(element.dataset.entry ?? "");
  const answer = value && value !== "ticked" ? answerWords(element, value) : "";
  return task(value !== "", element.querySelector("[data-text]")?.textContent ?? "", answer);
}
