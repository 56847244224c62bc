// Whether the name in a note is that of the person.

import assert from "node:assert/strict";
import { test } from "node:test";
import { checks } from "../../docs/assets/javascripts/text/note-checks.js";

const SETTINGS = { checks: { name: { titles: ["ms"], everyday: ["grace"] } } };
const name = (text, recipient = "Ms. Marla Crane") =>
  checks.name(text, { recipient, others: "", templates: "Dear" }, SETTINGS);

test("a name with another letter is shown", () => {
  assert.deepEqual(name("Dear Ms. Krane, thanks.").values, { found: "Krane" });
  assert.deepEqual(name("Dear Marla Crnae, thanks.").values, { found: "Crnae" });
});

test("a word in small letters is no misspelled name", () => {
  assert.equal(name("Dear Ms. Crane, the crate and the crank were fine.").state, "ok");
});

test("a name in small letters is shown", () => {
  assert.deepEqual(name("Dear crane, thanks.").values, { found: "crane" });
});

test("a note without the name says so", () => {
  assert.equal(name("Thanks for your time.").reason, "missing");
});
