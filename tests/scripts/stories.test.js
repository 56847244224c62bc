// Which stories answer which questions.

import assert from "node:assert/strict";
import { test } from "node:test";
import { toReuse, withLine, withoutLine, withoutStory } from "../../docs/assets/javascripts/text/stories.js";

const story = (fields) => ({ id: "a1", question: "Why us?", row: "", also: "", isWhole: true, ...fields });
const asked = (question, row = "r1") => ({ row, question });

test("a question without a story is one that no story was written for or answers too", () => {
  const stories = [story({ also: "Why now?\nWhy cooking?" })];
  const questions = ["Why us?", "Why cooking?", "Why not?"].map((each, index) => asked(each, `r${index}`));
  assert.deepEqual(
    withoutStory(questions, stories).map(({ question }) => question),
    ["Why not?"],
  );
});

test("a story answers the question of its row, whatever became of its words", () => {
  assert.deepEqual(withoutStory([asked("Why us, exactly?")], [story({ row: "r1" })]), []);
});

test("signs and capitals make no other question, and an empty one is none", () => {
  assert.deepEqual(withoutStory([asked("why, us"), asked(" ?", "r2")], [story({})]), []);
});

test("a story without a row leaves questions without one open", () => {
  assert.equal(withoutStory([asked("Why not?", "")], [story({})]).length, 1);
});

test("what was asked twice is listed once", () => {
  assert.equal(withoutStory([asked("Why not?"), asked("Why not", "r2")], []).length, 1);
});

test("a question is one line of a story, and goes again without the others", () => {
  const also = withLine("Why now?\n\n", "Why\ncooking? ");
  assert.equal(also, "Why now?\nWhy cooking?");
  assert.equal(withoutLine(also, "why now"), "Why cooking?");
});

test("a story to use again is whole, and answers few questions so far", () => {
  const stories = [
    story({ id: "busy", also: "One\nTwo" }),
    story({ id: "half", isWhole: false }),
    story({ id: "free" }),
    story({ id: "third", also: "One" }),
    story({ id: "fourth", also: "One\nTwo\nThree" }),
  ];
  assert.deepEqual(
    toReuse(stories).map(({ id }) => id),
    ["free", "third", "busy"],
  );
});
