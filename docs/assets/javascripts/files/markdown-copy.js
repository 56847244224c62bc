import { allOf } from "../page/elements.js";
import { fieldWords, writtenFields } from "../records/field-words.js";
import { Records } from "../records/records.js";
import { store } from "../store/store.js";
import { fieldList, heading, list, task } from "../text/markdown.js";
import { answerWords } from "../text/words.js";

/**
 * Everything that the page lists, with its answers, to read or to keep among other notes.
 *
 * @returns {string[]} Blocks of Markdown.
 */
export function copyBlocks() {
  const worksheets = allOf(document, "[data-records]").flatMap(worksheetBlocks);
  const sheets = allOf(document, "[data-sheet]").flatMap(sheetBlocks);
  return [...worksheets, ...sheets];
}

/**
 * @param {HTMLElement} worksheet
 * @returns {string[]} Its records, each followed by its parts.
 */
function worksheetBlocks(worksheet) {
  const { records: kind = "", part = "" } = worksheet.dataset;
  const words = fieldWords(worksheet);
  const records = new Records(kind);
  const parts = new Records(part);
  const blocks = records.all().flatMap((record, index) => [
    heading(3, `${index + 1}`),
    ...fieldList(writtenFields(words, records, record)),
    ...parts
      .all()
      .filter((each) => parts.read(each, kind) === record)
      .flatMap((each, place) => [
        heading(4, `${index + 1}.${place + 1}`),
        ...fieldList(writtenFields(words, parts, each)),
      ]),
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
