import { today } from "./download.js";
import { plain } from "./markdown-copy.js";

/** What begins a line in Markdown and makes it something else: a list, a rule, a heading of the line above. */
const LINE_MARK = /^(\d*)([-+=~.)])/;

/**
 * @typedef {object} Section
 * @property {string} title
 * @property {string} text As it was typed; "" leaves the section out.
 */

/**
 * Answers, to read or to keep with other notes.
 *
 * @param {string} title Of the page.
 * @param {{title: string, sections: Section[]}[]} answers
 * @returns {string} Markdown.
 */
export function starMarkdown(title, answers) {
  const lines = answers.flatMap((answer) => [
    "",
    `## ${plain(answer.title)}`,
    ...answer.sections.filter(({ text }) => text.trim()).flatMap(sectionLines),
  ]);
  return [`# ${plain(title)}`, "", today(), ...lines, ""].join("\n");
}

/** @param {Section} section */
function sectionLines({ title, text }) {
  const paragraphs = text.split("\n").map(plain).filter(Boolean);
  return [
    "",
    `### ${plain(title)}`,
    ...paragraphs.flatMap((line) => ["", line.replace(LINE_MARK, "$1\\$2")]),
  ];
}
