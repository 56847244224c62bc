// Words and sentences of what readers typed, in Node.

import assert from "node:assert/strict";
import { test } from "node:test";
import { sentencesOf, wordsOf } from "../../docs/assets/javascripts/text/prose.js";

const RULES = { language: "en-US", own: ["I"], titles: ["Dr."], abbreviations: ["etc."], starters: ["we"] };

test("an empty text is told without the rules of its language, which take a phone long to learn", (t) => {
  t.mock.method(Intl, "Segmenter", () => assert.fail("The rules were learned."));
  for (const nothing of ["", " \n\n "]) {
    assert.deepEqual(wordsOf(nothing, "en-US"), []);
    assert.deepEqual(sentencesOf(nothing, RULES), []);
  }
});

test("a contraction and a figure are one word each", () => {
  assert.deepEqual(wordsOf("We've cut 3.5 percent.", "en-US"), ["We've", "cut", "3.5", "percent"]);
});
