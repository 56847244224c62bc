// A note from its template, in whatever time zone Node runs.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  caseOf,
  compose,
  neededFields,
  splitAtBlanks,
} from "../../docs/assets/javascripts/text/note-text.js";

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

test("omitted parts leave no gap of blank lines", () => {
  assert.doesNotMatch(note({ recipient: "Ms. Alvarez" }), /\n{3}/);
  assert.doesNotMatch(note({}), /\[phone\]/);
  assert.match(note({ phone: "555 0100" }), /^555 0100$/m);
});

test("a line that is true only for some is there if the reader said so", () => {
  assert.doesNotMatch(note({}), /More/);
  assert.doesNotMatch(note({ recipient: "Ms. Alvarez" }), /More/);
  assert.match(note({ "said-so": "yes" }), /^More\.$/m);
});

test("recipients and tone change the note, and blanks without an answer stay in brackets", () => {
  const text = note({ to: "panel", tone: "short", recipient: "Ms. Alvarez" });
  assert.match(text, /^Hi Ms\. Alvarez,/);
  assert.match(text, /Thanks to all\.\n\nBye,\n\[sender\]$/);
  assert.doesNotMatch(note({ to: "one" }), /Thanks to all/);
});

test("every case has its template, and until one is chosen the first one counts", () => {
  const templates = { ...SETTINGS.templates, other: { subject: "Other", body: "Other,\n\n[point]" } };
  const cases = [...SETTINGS.cases, { ...SETTINGS.cases[0], id: "second", template: "other" }];
  const settings = { ...SETTINGS, templates, cases };
  assert.equal(compose(settings, { case: "second" }, "2026-11-22").subject, "Other");
  assert.equal(compose(settings, {}, "2026-11-22").subject, "Thank you, [name]");
  assert.equal(caseOf(settings, "second").template, "other");
  assert.equal(caseOf(settings, "gone").id, "first");
});

test("only fields that the note has a blank for are needed, and the tick where it matters", () => {
  assert.deepEqual(neededFields(SETTINGS, {}), ["recipient", "point", "phone", "sender", "said-so"]);
  const templates = { plain: { subject: "[point]", body: "Hi" } };
  assert.deepEqual(neededFields({ ...SETTINGS, templates }, {}), ["point"]);
});

test("a text is split at its blanks", () => {
  assert.deepEqual(splitAtBlanks("Dear [name],\n[] [a\nb] [x]"), [
    "Dear ",
    "[name]",
    ",\n[] [a\nb] ",
    "[x]",
    "",
  ]);
});

test("a blank may be filled by several fields, all but the last ending like sentences", () => {
  const field = { kind: "line", label: "", help: null, fills: ["point"], optional: false };
  const fields = [
    { ...field, id: "point" },
    { ...field, id: "more" },
    { ...field, id: "when", kind: "date" },
  ];
  const answers = { point: "I did it", when: "2026-11-20" };
  const written = (more) => compose({ ...SETTINGS, fields }, { ...answers, more }, "2026-11-22").note;
  assert.match(written("It held"), /^I did it\. It held\. Friday, November 20$/m);
  assert.match(written(" "), /^I did it\. Friday, November 20$/m);
});
