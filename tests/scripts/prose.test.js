// Words and sentences of what readers typed.

import assert from "node:assert/strict";
import { test } from "node:test";
import { beginning, includesWord, sentencesOf, wordsOf } from "../../docs/assets/javascripts/text/prose.js";

const RULES = { language: "en-US", own: ["I"], titles: ["Dr."], abbreviations: ["etc."], starters: ["we"] };
const words = (text, language = "en-US") => wordsOf(text, language);
const sentences = (text) => sentencesOf(text, RULES);

/** Browsers before 2024 have no `Intl.Segmenter`. Results are memoized by text, so every text within is a new one. */
function withoutSegmenter(act) {
  const { Segmenter } = Intl;
  Reflect.deleteProperty(Intl, "Segmenter");
  try {
    act();
  } finally {
    Intl.Segmenter = Segmenter;
  }
}

test("an empty text is read without the rules of its language, which a phone is slow to load", (t) => {
  t.mock.method(Intl, "Segmenter", () => assert.fail("The rules were learned."));
  for (const nothing of ["", " \n\n "]) {
    assert.deepEqual(wordsOf(nothing, "en-US"), []);
    assert.deepEqual(sentencesOf(nothing, RULES), []);
  }
});

test("a contraction and a figure are one word each", () => {
  assert.deepEqual(words("We've cut 3.5 percent.", "en-US"), ["We've", "cut", "3.5", "percent"]);
});

test("words are separated across lines, and punctuation marks are not words", () => {
  assert.deepEqual(words("One – two,\n(three)"), ["One", "two", "three"]);
});

test("an older browser finds the same words, and the characters of a script without spaces", () => {
  withoutSegmenter(() => {
    assert.deepEqual(words("They've cut 1,200.5 (ten) percent’s. x"), [
      "They've",
      "cut",
      "1,200.5",
      "ten",
      "percent’s",
      "x",
    ]);
    assert.deepEqual(words("one.two 'quoted' 3.", "en-US"), ["one", "two", "quoted", "3"]);
    assert.deepEqual(words("我们 สวย a", "zh"), ["我", "们", "ส", "ว", "ย", "a"]);
    assert.deepEqual(words("?! …"), []);
  });
});

test("sentences end at punctuation, and list items are sentences without their markers", () => {
  assert.deepEqual(sentences("I did it. Then I left! Why? Fine"), [
    "I did it.",
    "Then I left!",
    "Why?",
    "Fine",
  ]);
  for (const mark of ["-", "*", "•", "–", "1.", "12)"])
    assert.deepEqual(sentences(`  ${mark}  First\n${mark} Second`), ["First", "Second"], mark);
  assert.deepEqual(sentences("Half-time – over.\n…\nNext"), ["Half-time – over.", "Next"]);
});

test("a line that begins in lower case continues the sentence of the line before", () => {
  assert.deepEqual(sentences("I went\nto the store. I\nLeft"), ["I went to the store.", "I", "Left"]);
});

test("an older browser finds the same sentences", () => {
  withoutSegmenter(() => {
    assert.deepEqual(sentences('She asked: "Why us?" I said so. 3 of us (All!) Went… Then etc. it'), [
      'She asked: "Why us?"',
      "I said so.",
      "3 of us (All!)",
      "Went…",
      "Then etc. it",
    ]);
    assert.deepEqual(sentences("Up to 3.5 or so. and on"), ["Up to 3.5 or so. and on"]);
    assert.deepEqual(sentences("-  First\n1.  Second"), ["First", "Second"]);
    assert.deepEqual(sentences("It rained. “So what?” ('Fine')"), ["It rained.", "“So what?”", "('Fine')"]);
  });
});

test("a title never ends a sentence, but an abbreviation does before a word that begins one", () => {
  assert.deepEqual(sentences("I met Dr. We and (Dr. Kim. Then"), ["I met Dr. We and (Dr. Kim.", "Then"]);
  assert.deepEqual(sentences("With Pots, Inc. “and more” or 5 a.m. it ended. Then"), [
    "With Pots, Inc. “and more” or 5 a.m. it ended.",
    "Then",
  ]);
  assert.deepEqual(sentences("Pots, etc. We left. Pans, etc. Kim left."), [
    "Pots, etc.",
    "We left.",
    "Pans, etc. Kim left.",
  ]);
});

test("initials end a sentence only before a word that begins one, and a pronoun is not an initial", () => {
  assert.deepEqual(sentences("With J. Smith in the U.S. Army. So did I. Kim left."), [
    "With J. Smith in the U.S. Army.",
    "So did I.",
    "Kim left.",
  ]);
  assert.deepEqual(sentences("He is in the U.S. We left."), ["He is in the U.S.", "We left."]);
  assert.deepEqual(sentences("It was it. Kim left."), ["It was it.", "Kim left."]);
  assert.deepEqual(sentences("I sell at b.com. Kim left."), ["I sell at b.com.", "Kim left."]);
});

test("words are found in a list regardless of case and apostrophes", () => {
  const own = ["I", "I'm", "We’ve"];
  assert.deepEqual(
    ["i", "I’M", "we've", "WE"].map((word) => includesWord(own, word)),
    [true, true, true, false],
  );
});

test("a sentence is found again by its first six words, with the punctuation of the last", () => {
  const start = (text) => beginning(text, "en-US");
  assert.equal(
    start(" “One two three four\n five six-fold, and more "),
    "One two three four five six-fold,…",
  );
  // All quotes and brackets that it begins with are removed, and no others.
  assert.equal(start("(“Why us?” they said)"), "Why us?” they said)");
  assert.equal(start("They said “no”"), "They said “no”");
  assert.equal(start("One two three four five six"), "One two three four five six");
  assert.equal(start("One two three four five six."), "One two three four five six.");
  assert.equal(start("a b c d e f!) g"), "a b c d e f!)…");
  assert.equal(start("the the the the the thesis is long"), "the the the the the thesis…");
});
