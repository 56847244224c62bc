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

/** Matches comments and quoted texts, in which braces mean nothing. */
const COMMENT_OR_TEXT = /\/\*.*?\*\/|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'/gs;

/**
 * @param {string[]} files
 * @returns {Promise<string>} The style sheets, concatenated in order.
 */
export async function readSheets(files) {
  const sheets = await Promise.all(files.map((file) => readFile(file, "utf8")));
  for (const [n, sheet] of sheets.entries()) checkSheet(sheet, relative("", files[n]));
  return sheets.join("\n");
}

/**
 * Print the message of a mistake in a style sheet, or all of another error, and exit. An error that nobody catches
 * would be printed with its stack, and with the whole sheet.
 *
 * @param {unknown} error
 */
export function stopWith(error) {
  console.error(error instanceof SyntaxError ? error.message : error);
  process.exit(1);
}

/**
 * @param {string} sheet
 * @param {string} file The name for messages.
 * @throws {SyntaxError} If the sheet has a mistake. The message says where, and what is wrong.
 */
export function checkSheet(sheet, file) {
  try {
    checkPaper(sheet.trimEnd(), file);
  } catch (error) {
    throw error instanceof SyntaxError && "loc" in error ? placed(error, sheet, file) : error;
  }
  if (isUnclosed(sheet)) throw new SyntaxError(unclosed(sheet, file));
}

/**
 * @param {SyntaxError & {loc?: {line: number, column: number}}} error From Lightning CSS.
 * @param {string} sheet
 * @param {string} file
 */
function placed({ message, loc = { line: 1, column: 1 } }, sheet, file) {
  return new SyntaxError(`${file}:${loc.line}:${loc.column}: ${message}\n${sheet.split("\n")[loc.line - 1]}`);
}

/**
 * @param {string} sheet
 * @returns {boolean} Whether a rule or a comment is open at its end: it would go on in the next sheet.
 */
function isUnclosed(sheet) {
  const rules = sheet.replace(COMMENT_OR_TEXT, "");
  return rules.includes("/*") || rules.split("{").length > rules.split("}").length;
}

/**
 * @param {string} sheet
 * @param {string} file
 */
function unclosed(sheet, file) {
  let line = 0;
  const visitor = {
    StyleSheet: (/** @type {import("lightningcss").StyleSheet} */ { rules }) => {
      const last = rules.findLast((rule) => "value" in rule && "loc" in rule.value);
      line = /** @type {MediaRule | undefined} */ (last)?.value.loc.line ?? 0;
    },
  };
  transform({ filename: file, code: Buffer.from(sheet), visitor });
  return (
    `${file}:${line + 1}: the rule that begins here has no closing brace, or a comment below it has no end.\n` +
    sheet.split("\n")[line]
  );
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
