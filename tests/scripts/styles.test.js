// What the style sheets of pages have in common, in Node.

import assert from "node:assert/strict";
import { test } from "node:test";
import { checkPaper, split } from "../../tools/styles.mjs";

const check = (sheet) => checkPaper(sheet, "some/style.css");

test("what is for paper stands in the sheet for paper alone", () => {
  const sheet =
    ".card { color: green }\n@media print { .card { color: red } .note { color: tan } }\n" +
    "@media screen { .card { color: pink } }\n@media print { p { color: gray } }\n";
  check(sheet);
  const { style, paper } = split(sheet);
  const colors = (text) => text.match(/green|red|tan|pink|gray/g);
  assert.deepEqual(colors(style), ["green", "pink"]);
  assert.deepEqual(colors(paper), ["red", "tan", "gray"]);
});

for (const [where, sheet] of [
  ["a rule of a class", ".card {\n  color: green;\n\n  @media print {\n    color: black;\n  }\n}"],
  ["a rule in another", ".card {\n  & p {\n    color: green;\n    @media print { color: black; }\n  }\n}"],
  [
    "what browsers must know",
    "\n\n@supports (display: grid) {\n  @media print { .card { color: black } }\n}",
  ],
]) {
  test(`what is for paper is an error in ${where}, which says where and what to do`, () => {
    assert.throws(
      () => check(sheet),
      /^SyntaxError: some\/style\.css:4: .*left out\.\nWrite it around that rule/,
    );
  });
}

test("in what is for paper a rule may stand in another, and after it one for the screen", () => {
  check("@media print { .card { color: black; @media print { & p { color: black } } } }");
  check("@media print { .card { color: black } }\n.card { @media screen { color: green } }");
});
