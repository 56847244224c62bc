import { today } from "./download.js";
import { allOf } from "./elements.js";
import { fieldWords, writtenFields } from "./field-words.js";
import { Records } from "./records.js";
import { store } from "./store.js";
import { answerWords } from "./words.js";

/** @typedef {import("./field-words.js").FieldWords} FieldWords */

const SPECIAL = /[\\`*_[\]<>#&~]/g;

/**
 * Everything that the page lists, with its answers, to read or to keep with other notes.
 *
 * @returns {string} Markdown.
 */
export function markdownCopy() {
  const title = document.querySelector("h1")?.textContent ?? "";
  const worksheets = allOf(document, "[data-records]").flatMap(worksheetLines);
  const sheets = [...worksheets, ...allOf(document, "[data-sheet]").flatMap(sheetLines)];
  return [`# ${plain(title)}`, "", today(), ...sheets, ""].join("\n");
}

/**
 * @param {FieldWords} words
 * @param {Records} records
 * @param {string} record
 * @returns {string[]} What the reader wrote in a record, as lines of a list.
 */
export function fieldLines(words, records, record) {
  return writtenFields(words, records, record).map(
    ({ label, value }) => `- ${plain(label)}: ${plain(value)}`,
  );
}

/**
 * @param {HTMLElement} worksheet
 * @returns {string[]} Its records, each with the parts that belong to it.
 */
function worksheetLines(worksheet) {
  const { records: kind = "", part = "" } = worksheet.dataset;
  const words = fieldWords(worksheet);
  const records = new Records(kind);
  const parts = new Records(part);
  const lines = records.all().flatMap((record, index) => [
    ...["", `### ${index + 1}`, "", ...fieldLines(words, records, record)],
    ...parts
      .all()
      .filter((each) => parts.read(each, kind) === record)
      .flatMap((each, place) => [
        "",
        `#### ${index + 1}.${place + 1}`,
        "",
        ...fieldLines(words, parts, each),
      ]),
  ]);
  const title = worksheet.querySelector("[data-title]")?.textContent ?? "";
  return lines.length > 0 ? ["", `## ${plain(title)}`, ...lines] : [];
}

/** @param {HTMLElement} sheet */
function sheetLines(sheet) {
  const title = sheet.querySelector("[data-title]")?.textContent ?? "";
  const shown = allOf(sheet, "[data-entry]").filter((element) => !element.hidden);
  return ["", `## ${plain(title)}`, "", ...shown.map(entryLine)];
}

/** @param {HTMLElement} element */
function entryLine(element) {
  const item = element.querySelector("[data-text]")?.textContent ?? "";
  const value = store.read(element.dataset.entry ?? "");
  const answer = value && value !== "ticked" ? ` (${plain(answerWords(element, value))})` : "";
  return `- [${value ? "x" : " "}] ${plain(item)}${answer}`;
}

/**
 * @param {string} text
 * @returns {string} One line, in which nothing means anything in Markdown.
 */
export function plain(text) {
  return text.trim().replaceAll(/\s+/g, " ").replaceAll(SPECIAL, "\\$&");
}
