/** What the style sheets of pages have in common, whether a site is many files or one. */

import { readFile } from "node:fs/promises";
import { relative } from "node:path";
import { transform } from "lightningcss";

/** @typedef {import("lightningcss").Rule} Rule */
/** @typedef {Extract<Rule, {type: "media"}>} MediaRule */

/** The oldest browsers that know what the frame of a page needs: popovers and light-dark(). */
export const TARGETS = {
  chrome: 123 << 16,
  edge: 123 << 16,
  firefox: 125 << 16,
  safari: (17 << 16) | (5 << 8),
};

/**
 * @param {string[]} files
 * @returns {Promise<string>} The style sheets in them, in their order, as one.
 */
export async function readSheets(files) {
  const sheets = await Promise.all(files.map((file) => readFile(file, "utf8")));
  for (const [n, sheet] of sheets.entries()) checkPaper(sheet, relative("", files[n]));
  return sheets.join("\n");
}

/**
 * What is for paper stands in no other rule: that rule would take it out of both sheets that `split` makes.
 *
 * @param {string} sheet
 * @param {string} file How a message names it.
 * @throws {SyntaxError} It does.
 */
export function checkPaper(sheet, file) {
  /** @type {Rule[]} */
  const around = [];
  const visitor = {
    Rule: (/** @type {Rule} */ rule) => {
      if (isForPaper(rule) && around.length > 0 && !around.some(isForPaper)) {
        throw new SyntaxError(inAnother(rule, file));
      }
      around.push(rule);
    },
    RuleExit: () => {
      around.pop();
    },
  };
  transform({ filename: file, code: Buffer.from(sheet), visitor });
}

/**
 * @param {MediaRule} rule
 * @param {string} file
 */
function inAnother(rule, file) {
  return (
    `${file}:${rule.value.loc.line + 1}: \`@media print\` stands in another rule, where it would be left out.\n` +
    "Write it around that rule, beside the others: `@media print { .example { … } }`."
  );
}

/**
 * Two sheets in place of one: WebKit before August 2025 leaves out on paper what is nested (its bug 297232), unless a
 * sheet is for nothing but paper. That one stands last: paper is black on white whatever the other says.
 *
 * @param {string} sheet
 */
export function split(sheet) {
  let isOnPaper = false;
  const all = { Rule: (/** @type {Rule} */ rule) => (isForPaper(rule) ? [] : undefined) };
  const paper = {
    Rule: (/** @type {Rule} */ rule) => {
      isOnPaper ||= isForPaper(rule);
      return isOnPaper ? undefined : [];
    },
    RuleExit: (/** @type {Rule} */ rule) => {
      if (isForPaper(rule)) isOnPaper = false;
    },
  };
  const rules = (/** @type {typeof all | typeof paper} */ visitor) =>
    transform({ filename: "style.css", code: Buffer.from(sheet), visitor }).code.toString();
  return { style: rules(all), paper: rules(paper) };
}

/**
 * @param {Rule} rule
 * @returns {rule is MediaRule}
 */
function isForPaper(rule) {
  return (
    rule.type === "media" && rule.value.query.mediaQueries.every(({ mediaType }) => mediaType === "print")
  );
}
