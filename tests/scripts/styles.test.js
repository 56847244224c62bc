// The style sheet of a page, split into rules for the screen and rules for paper.

import assert from "node:assert/strict";
import { test } from "node:test";
import { checkPaper, split } from "../../tools/styles.mjs";

const check = (sheet) => checkPaper(sheet, "some/style.css");

test("rules for paper are in the sheet for paper alone", () => {
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
  ["a class rule", ".card {\n  color: green;\n\n  @media print {\n    color: black;\n  }\n}"],
  ["a nested rule", ".card {\n  & p {\n    color: green;\n    @media print { color: black; }\n  }\n}"],
  ["an @supports block", "\n\n@supports (display: grid) {\n  @media print { .card { color: black } }\n}"],
]) {
  test(`a rule for paper inside ${where} is an error that says where it is and what to do`, () => {
    assert.throws(
      () => check(sheet),
      /^SyntaxError: some\/style\.css:4: .*left out\.\nWrite it around that rule/,
    );
  });
}

test("rules for paper may be nested, and rules for the screen may follow them", () => {
  check("@media print { .card { color: black; @media print { & p { color: black } } } }");
  check("@media print { .card { color: black } }\n.card { @media screen { color: green } }");
});
