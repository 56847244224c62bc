// What each check of a note finds.

import assert from "node:assert/strict";
import { test } from "node:test";
import { checks } from "../../docs/assets/javascripts/text/note-checks.js";

const SETTINGS = {
  locale: "en-US",
  days: { today: "today", yesterday: "yesterday", other: "on {day}" },
  language: {
    contractions: [
      { short: "can't", long: "can not" },
      { short: "n't", long: "not" },
      { short: "'m", long: "am" },
    ],
    units: "zero one two three four five six seven eight nine ten eleven twelve".split(" "),
    tens: "twenty thirty forty".split(" "),
    large: ["hundred", "million"],
  },
  checks: {
    length: { most_words: 5 },
    "one-point": { words: ["also", "in addition"] },
    apology: { words: ["sorry", "I did not mean"] },
    mistake: { words: ["went wrong"] },
    name: { titles: ["ms", "dr"], everyday: ["Grace"] },
    claims: { words: ["doubled"] },
    confidential: { words: ["revenue", "do not share"] },
    time: { one_day: 1, still_fine: 3 },
  },
};
const CONTEXT = {
  subject: "",
  recipient: "",
  others: "",
  apology: false,
  names_mistake: false,
  timing: null,
  answers: "",
  templates: "",
  day: "",
  today: "2026-11-22",
  confidential: "",
};
const says = (check, text, context = {}) => checks[check](text, { ...CONTEXT, ...context }, SETTINGS);
const found = (check, text, context = {}) => says(check, text, context).values.found;

test("in a note without a text there is nothing to check", () => {
  const withText = ["length", "one-point", "apology", "mistake", "blanks", "name", "claims"];
  for (const check of withText) assert.equal(says(check, " \n", { recipient: "Kim" }).state, "empty", check);
  assert.equal(says("length", "").reason, "empty");
});

test("the words of a note are counted, and the maximum is still fine", () => {
  assert.deepEqual(says("length", "One two three four five."), {
    state: "ok",
    reason: "ok",
    values: { count: 5, most: 5 },
  });
  assert.deepEqual(says("length", "One two three four five six."), {
    state: "warn",
    reason: "warn",
    values: { count: 6, most: 5 },
  });
});

test("words for a further point are shown regardless of case, but not as part of another word", () => {
  assert.equal(found("one-point", "Also, I wrote. IN ADDITION: more."), "also, in addition");
  assert.deepEqual(says("one-point", "It was alsoran."), { state: "ok", reason: "ok", values: {} });
});

test("a list makes several points, but a single item is not a list", () => {
  for (const mark of ["-", "*", "•", "–", "1.", "12)"])
    assert.equal(
      found("one-point", `Hi\n${mark} first\n  ${mark}  second`),
      `${mark} first, ${mark}  second`,
    );
  assert.equal(says("one-point", "- the one").state, "ok");
  assert.equal(says("one-point", "a - b\nc - d").state, "ok");
});

test("an apology is reported where none is due", () => {
  assert.deepEqual(says("apology", "I'm SORRY about it."), {
    state: "warn",
    reason: "warn",
    values: { found: "sorry" },
  });
  assert.equal(found("apology", "I didn’t mean it."), "I did not mean");
  assert.deepEqual(says("apology", "Thank you."), { state: "ok", reason: "ok", values: {} });
});

test("where an apology is due, one is right, a missing one is reported, and any after the first are shown", () => {
  const apology = true;
  assert.deepEqual(says("apology", "I am sorry. Bye.", { apology }), {
    state: "ok",
    reason: "due",
    values: {},
  });
  assert.deepEqual(says("apology", "Thank you.", { apology }), {
    state: "warn",
    reason: "missing",
    values: {},
  });
  assert.deepEqual(says("apology", "I am sorry! So sorry?  And\n\nsorry", { apology }), {
    state: "warn",
    reason: "several",
    values: { found: "So sorry, sorry" },
  });
});

test("naming a mistake is right only in a case that calls for it", () => {
  assert.equal(found("mistake", "It went wrong."), "went wrong");
  assert.equal(says("mistake", "It went well.").state, "ok");
  assert.deepEqual(says("mistake", "It went wrong.", { names_mistake: true }), {
    state: "ok",
    reason: "due",
    values: {},
  });
});

test("every blank is shown once, including those in the subject", () => {
  assert.equal(
    found("blanks", "Dear [name],\n____ {day} [] [name]", { subject: "On [day]" }),
    "[day], [name], ____, {day}, []",
  );
  assert.deepEqual(says("blanks", "Done. [a\nb] __"), { state: "ok", reason: "ok", values: {} });
});

test("a misspelled name is shown", () => {
  const recipient = "Ms. Marla Crane";
  const wrong = {
    Krane: "taken",
    Crnae: "swapped",
    Cranne: "added",
    Cran: "left out",
    Crne: "left out within",
    Crané: "accent",
    CRANE: "capitals",
  };
  for (const [name, how] of Object.entries(wrong))
    assert.equal(found("name", `Dear Ms. ${name}, thanks.`, { recipient }), name, how);
  assert.equal(found("name", "Dear Marla Crane’s team, dear Krane.", { recipient }), "Krane");
  assert.equal(says("name", "Dear Ms. Crane’s, thanks.", { recipient }).state, "ok");
});

test("a word that is more than one letter away, or in lower case, is not a misspelled name", () => {
  const recipient = "Ms. Marla Crane";
  for (const other of ["Crown", "Drain", "Ranec", "Cr", "the crate and the crank"])
    assert.equal(says("name", `Dear Crane, ${other}.`, { recipient }).state, "ok", other);
  assert.equal(found("name", "Dear crane, thanks.", { recipient }), "crane");
});

test("a short part of a name can only be wrong in its capitals", () => {
  assert.equal(says("name", "Dear Kim Lee, Kit and Bee.", { recipient: "Kim Lee" }).state, "ok");
  assert.equal(found("name", "Dear kim.", { recipient: "Kim" }), "kim");
  assert.equal(found("name", "Dear Annna.", { recipient: "Anna" }), "Annna");
});

test("names of others, words of the page and everyday words that are names are not misspelled names", () => {
  const context = { recipient: "Marla Trace", others: "Tracy", templates: "Traces" };
  assert.equal(says("name", "Dear Trace, Tracy, Traces and Grace.", context).state, "ok");
  assert.equal(found("name", "Dear Trace, Tracy.", { recipient: "Marla Trace" }), "Tracy");
});

test("a missing name is reported, and a title is not a name", () => {
  assert.deepEqual(says("name", "Thanks, Ms. Sand.", { recipient: " Ms. Crane " }), {
    state: "warn",
    reason: "missing",
    values: { found: "Ms. Crane" },
  });
  assert.equal(says("name", "Thanks.", { recipient: "Ms." }).state, "empty");
});

test("a figure or a strong word that is not in the answers is shown", () => {
  assert.equal(
    found("claims", "We doubled it, by 40 % and 2 million.", { subject: "In 7 days" }),
    "7, 40, 2, million, doubled",
  );
  assert.deepEqual(says("claims", "We did it, one of us."), { state: "ok", reason: "ok", values: {} });
});

test("a figure is the same in digits and in words, with or without thousands separators", () => {
  const told = (answers, text) => says("claims", text, { answers }).state;
  assert.equal(told("twenty-five people", "25 people"), "ok");
  assert.equal(told("30 and nine", "thirty, 9"), "ok");
  assert.equal(told("25 and 20", "twenty-five, twenty zero"), "warn");
  assert.equal(told("25", "twenty-five"), "ok");
  assert.equal(told("5", "twenty-five"), "warn");
  assert.equal(told("20 and 0", "twenty zero"), "ok");
  assert.equal(told("12,000", "12000"), "ok");
  assert.equal(told("1.500", "1500"), "ok");
  assert.equal(told("hundreds", "hundreds"), "ok");
  assert.equal(told("twenty ten", "20 and 10"), "ok");
  assert.equal(told("twenty", "21"), "warn");
  assert.equal(told("1.25", "125"), "warn");
  assert.equal(says("claims", "3 words", { templates: "three words" }).state, "ok");
});

test("confidential words are shown until the reader has looked at them", () => {
  assert.equal(found("confidential", "The revenue. Don’t share."), "revenue, do not share");
  assert.equal(says("confidential", "Thanks.").state, "empty");
  assert.deepEqual(says("confidential", "The revenue.", { confidential: "yes" }), {
    state: "ok",
    reason: "ok",
    values: {},
  });
});

test("a note is on time within a day, still fine for a few days, and then too late", () => {
  const reason = (day) => says("time", "Hi", { day }).reason;
  assert.deepEqual(
    ["2026-11-23", "2026-11-22", "2026-11-21", "2026-11-20", "2026-11-19", "2026-11-18", ""].map(reason),
    ["future", "ok", "ok", "later", "later", "warn", "empty"],
  );
  assert.deepEqual(says("time", "Hi", { day: "2026-11-23" }).state, "warn");
});

test("a day in the text that is no longer true is shown, with the right one", () => {
  const stale = (text, day, context = {}) => says("time", text, { day, ...context });
  assert.deepEqual(stale("Thanks for today.", "2026-11-21"), {
    state: "warn",
    reason: "stale",
    values: { found: "today", day: "yesterday" },
  });
  assert.equal(stale("Thanks for yesterday.", "2026-11-22").values.day, "today");
  assert.equal(stale("Thanks for yesterday.", "2026-11-20").values.day, "on Friday, November 20");
  assert.equal(stale("Thanks for yesterday.", "2026-11-21").reason, "ok");
  assert.equal(stale("Thanks for today.", "2026-11-22").reason, "ok");
  assert.equal(stale("Thanks for today.", "").reason, "empty");
  const timing = "Now is fine.";
  assert.deepEqual(stale("Hi", "", { timing }), { state: "ok", reason: "timing", values: { timing } });
  assert.equal(stale("Thanks for today.", "2026-11-21", { timing }).reason, "stale");
});
