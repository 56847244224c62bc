/** What the style sheets of pages have in common, whether a site is many files or one. */

import { transform } from "lightningcss";

/** @typedef {import("lightningcss").Rule} Rule */

/** The oldest browsers that know what the frame of a page needs: popovers and light-dark(). */
export const TARGETS = {
  chrome: 123 << 16,
  edge: 123 << 16,
  firefox: 125 << 16,
  safari: (17 << 16) | (5 << 8),
};

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

/** @param {Rule} rule */
function isForPaper(rule) {
  return (
    rule.type === "media" && rule.value.query.mediaQueries.every(({ mediaType }) => mediaType === "print")
  );
}
