// Which stories answer which questions.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  storiesToReuse,
  unansweredQuestions,
  withLine,
  withoutLine,
} from "../../docs/assets/javascripts/text/stories.js";

const story = (fields) => ({ id: "a1", question: "Why us?", row: "", also: "", isWhole: true, ...fields });
const asked = (question, row = "r1") => ({ row, question });

test("a question is without a story if none was written for it and none answers it too", () => {
  const stories = [story({ also: "Why now?\nWhy cooking?" })];
  const questions = ["Why us?", "Why cooking?", "Why not?"].map((each, index) => asked(each, `r${index}`));
  assert.deepEqual(
    unansweredQuestions(questions, stories).map(({ question }) => question),
    ["Why not?"],
  );
});

test("a story answers the question of its row, however that is reworded", () => {
  assert.deepEqual(unansweredQuestions([asked("Why us, exactly?")], [story({ row: "r1" })]), []);
});

test("punctuation and case do not make another question, and an empty one is not a question", () => {
  assert.deepEqual(unansweredQuestions([asked("why, us"), asked(" ?", "r2")], [story({})]), []);
});

test("a story without a row does not answer questions without one", () => {
  assert.equal(unansweredQuestions([asked("Why not?", "")], [story({})]).length, 1);
});

test("a question asked twice is listed once", () => {
  assert.equal(unansweredQuestions([asked("Why not?"), asked("Why not", "r2")], []).length, 1);
});

test("a question is one line of a story, and is removed without the others", () => {
  const also = withLine("Why now?\n\n", "Why\ncooking? ");
  assert.equal(also, "Why now?\nWhy cooking?");
  assert.equal(withoutLine(also, "why now"), "Why cooking?");
});

test("stories to reuse are complete, and those that answer the fewest questions come first", () => {
  const stories = [
    story({ id: "busy", also: "One\nTwo" }),
    story({ id: "half", isWhole: false }),
    story({ id: "free" }),
    story({ id: "third", also: "One" }),
    story({ id: "fourth", also: "One\nTwo\nThree" }),
  ];
  assert.deepEqual(
    storiesToReuse(stories).map(({ id }) => id),
    ["free", "third", "busy"],
  );
});
