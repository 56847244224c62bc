import { today } from "./download.js";
import { allOf } from "./elements.js";
import { store } from "./store.js";
import { answerWords } from "./words.js";

const SPECIAL = /[\\`*_[\]<>#]/g;

/**
 * Everything that the page lists, with its answers, to read or to keep with other notes.
 *
 * @returns {string} Markdown.
 */
export function markdownCopy() {
  const title = document.querySelector("h1")?.textContent ?? "";
  const sheets = allOf(document, "[data-sheet]").flatMap(sheetLines);
  return [`# ${plain(title)}`, "", today(), ...sheets, ""].join("\n");
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
