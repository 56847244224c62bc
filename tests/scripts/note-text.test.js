// A note from its template, in Node and in whatever time zone it runs.

import assert from "node:assert/strict";
import { test } from "node:test";
import { dayInWords, daysSince } from "../../docs/assets/javascripts/text/clock.js";
import { compose } from "../../docs/assets/javascripts/text/note-text.js";

const SETTINGS = {
  locale: "en-US",
  templates: {
    plain: {
      subject: "Thank you, [name]",
      body: "Dear [name],\n\nI came [today / yesterday].\n\n[point]\n\n[phone]\n\n[Only if it is true:] More.\n\nBye,\n[sender]",
    },
  },
  cases: [{ id: "first", template: "plain", apology: false, names_mistake: false, timing: null, hints: [] }],
  recipients: [{ id: "panel", before: null, after: "Thanks to all." }],
  tones: [{ id: "short", swaps: [{ find: "Dear [", replace: "Hi [" }] }],
  fields: [
    { id: "recipient", kind: "line", label: "", help: null, fills: ["name"], optional: false },
    { id: "point", kind: "text", label: "", help: null, fills: ["point"], optional: false },
    { id: "said-so", kind: "tick", label: "", help: null, fills: [], optional: false },
    { id: "phone", kind: "line", label: "", help: null, fills: ["phone"], optional: true },
    { id: "sender", kind: "line", label: "", help: null, fills: ["sender"], optional: false },
  ],
  only_if_true: "Only if it is true:",
  days: { blank: "today / yesterday", today: "today", yesterday: "yesterday", other: "on {day}" },
};
const note = (answers) => compose(SETTINGS, answers, "2026-11-22").note;

test("the day of the interview is in words that hold in every time zone", () => {
  assert.equal(dayInWords("2026-11-22", "en-US"), "Sunday, November 22");
  assert.equal(dayInWords("2026-03-01", "en-US"), "Sunday, March 1");
});

test("days are counted by the calendar, over a change of the clocks too", () => {
  assert.equal(daysSince("2026-11-22", "2026-11-22"), 0);
  assert.equal(daysSince("2026-03-07", "2026-03-09"), 2);
  assert.equal(daysSince("2026-10-24", "2026-10-26"), 2);
  assert.equal(daysSince("2026-11-23", "2026-11-22"), -1);
});

test("today and yesterday are words, and every other day is a date", () => {
  assert.match(note({ day: "2026-11-22" }), /I came today\./);
  assert.match(note({ day: "2026-11-21" }), /I came yesterday\./);
  assert.match(note({ day: "2026-11-20" }), /I came on Friday, November 20\./);
});

test("a point that stands alone ends like a sentence", () => {
  assert.match(note({ point: "I did it" }), /^I did it\.$/m);
  assert.match(note({ point: "I did it." }), /^I did it\.$/m);
  assert.match(note({ point: "Did I?" }), /^Did I\?$/m);
});

test("what is left out leaves no gap of blank lines", () => {
  assert.doesNotMatch(note({ recipient: "Ms. Alvarez" }), /\n{3}/);
  assert.doesNotMatch(note({}), /\[phone\]/);
  assert.match(note({ phone: "555 0100" }), /^555 0100$/m);
});

test("a line that holds only for some is there when the reader said so", () => {
  assert.doesNotMatch(note({}), /More/);
  assert.match(note({ "said-so": "yes" }), /^More\.$/m);
});

test("recipients and tone change the note, and what has no answer stays in brackets", () => {
  const text = note({ to: "panel", tone: "short", recipient: "Ms. Alvarez" });
  assert.match(text, /^Hi Ms\. Alvarez,/);
  assert.match(text, /Thanks to all\.\n\nBye,\n\[sender\]$/);
});
