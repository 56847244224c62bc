/**
 * Markdown to read, or to keep with other notes. What a reader wrote reads as they wrote it: its paragraphs and
 * lines stay, and nothing in it means anything in Markdown.
 */

import { today } from "./clock.js";

const SPECIAL = /[\\`*_[\]<>#&~|]/g;
/** What begins a line and makes it something else: a list, a rule, a heading of the line above. */
const LINE_MARK = /^(\d+(?=[.)](?:\s|$))|(?=[-+=]))/;
const LINE_BREAK = /\r\n|[\n\r\u2028\u2029]/;
/** Two spaces at the end of a line: the next one begins below it. */
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
 * @param {string[]} items Such as `task` returns them.
 * @returns {string[]} One block; none for an empty list.
 */
export function list(items) {
  return items.length > 0 ? [items.join("\n")] : [];
}

/**
 * @param {{label: string, value: string}[]} fields What a reader wrote.
 * @param {number} level
 * @returns {string[]} Each field under a heading.
 */
export function sections(fields, level) {
  return fields.flatMap(({ label, value }) => [heading(level, label), ...paragraphs(value)]);
}

/**
 * @param {{label: string, value: string}[]} fields What a reader wrote.
 * @returns {string[]} The same as a list.
 */
export function fieldList(fields) {
  return list(fields.map(({ label, value }) => item(label, value)));
}

/**
 * @param {string} label
 * @param {string} text
 * @returns {string} An item of a list; what follows its first line is indented, so that it belongs to the item.
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
 * @param {string} text Several lines, as they were typed.
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
 * @param {string} text One line. What it is indented by stays, in spaces that Markdown does not count.
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
