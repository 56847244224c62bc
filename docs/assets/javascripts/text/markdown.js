/**
 * Writes Markdown to read, or to keep among other notes. Readers' text stays as they wrote it: paragraphs and line
 * breaks are kept, and everything with a meaning in Markdown is escaped.
 */

import { today } from "./dates.js";

const SPECIAL = /[\\`*_[\]<>#&~|]/g;
/** Matches line beginnings that would make a list or a rule, or turn the line above into a heading. */
const LINE_MARK = /^(\d+(?=[.)](?:\s|$))|(?=[-+=]))/;
const LINE_BREAK = /\r\n|[\n\r\u2028\u2029]/;
/** Two spaces at the end of a line make a hard line break. */
const BREAK = "  \n";

/**
 * @param {string} title
 * @param {string[]} blocks
 * @returns {string}
 */
export function documentOf(title, blocks) {
  return `${[heading(1, title), today(), ...blocks].join("\n\n")}\n`;
}

/**
 * @param {number} level
 * @param {string} text
 */
export function heading(level, text) {
  return `${"#".repeat(level)} ${inline(text)}`;
}

/**
 * @param {string[]} items Items as `task` returns them.
 * @returns {string[]} One block; none for an empty list.
 */
export function list(items) {
  return items.length > 0 ? [items.join("\n")] : [];
}

/**
 * @param {{label: string, value: string}[]} fields The filled-in fields.
 * @param {number} level
 * @returns {string[]} Each field under a heading.
 */
export function sections(fields, level) {
  return fields.flatMap(({ label, value }) => [heading(level, label), ...paragraphs(value)]);
}

/**
 * @param {{label: string, value: string}[]} fields The filled-in fields.
 * @returns {string[]} A list of them.
 */
export function fieldList(fields) {
  return list(fields.map(({ label, value }) => item(label, value)));
}

/**
 * @param {string} label
 * @param {string} text
 * @returns {string} A list item. Its further lines are indented, so that they belong to it.
 */
function item(label, text) {
  return indented(`- ${inline(label)}: ${paragraphs(text).join("\n\n")}`);
}

/**
 * @param {boolean} isDone
 * @param {string} text
 * @param {string} answer "" for none.
 */
export function task(isDone, text, answer) {
  const mark = `- [${isDone ? "x" : " "}] ${inline(text)}`;
  return indented(answer ? `${mark} (${paragraphs(answer).join("\n\n")})` : mark);
}

/**
 * @param {string} text Text as typed, of any number of lines.
 * @returns {string[]} Its paragraphs.
 */
function paragraphs(text) {
  const lines = text.trim().split(LINE_BREAK).map(line);
  return lines
    .join("\n")
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.replaceAll("\n", BREAK));
}

/** @param {string} text */
function inline(text) {
  return escaped(text.trim().replaceAll(/\s+/g, " "));
}

/**
 * @param {string} text One line. Its indentation is kept, in non-breaking spaces, which Markdown ignores.
 */
function line(text) {
  const body = text.trim();
  const indent = body ? text.slice(0, text.indexOf(body)).replaceAll("\t", "    ").length : 0;
  return "\u00a0".repeat(indent) + escaped(body).replace(LINE_MARK, "$1\\");
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll(SPECIAL, "\\$&");
}

/** @param {string} text */
function indented(text) {
  return text.replaceAll(/\n(?=[^\n])/g, "\n  ");
}
