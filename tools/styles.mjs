/** Reads and splits the style sheets, for the site of many files and of one. */

import { readFile } from "node:fs/promises";
import { relative } from "node:path";
import { transform } from "lightningcss";

/** @typedef {import("lightningcss").Rule} Rule */
/** @typedef {Extract<Rule, {type: "media"}>} MediaRule */

/** The oldest browsers that support what the frame needs: popovers and light-dark(). */
export const TARGETS = {
  chrome: 123 << 16,
  edge: 123 << 16,
  firefox: 125 << 16,
  safari: (17 << 16) | (5 << 8),
};

/**
 * @param {string[]} files
 * @returns {Promise<string>} The style sheets, concatenated in order.
 */
export async function readSheets(files) {
  const sheets = await Promise.all(files.map((file) => readFile(file, "utf8")));
  for (const [n, sheet] of sheets.entries()) checkPaper(sheet, relative("", files[n]));
  return sheets.join("\n");
}

/**
 * Check that rules for paper are not nested in other rules: `split` would drop them from both sheets.
 *
 * @param {string} sheet
 * @param {string} file The name for messages.
 * @throws {SyntaxError} If one is.
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
 * Split a style sheet into two. WebKit before August 2025 ignores nested rules in print (bug 297232), unless the whole
 * sheet is for print. That sheet comes last, so that paper is black on white whatever the other says.
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
