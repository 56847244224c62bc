// The one next step of an interview, in every state in tests/fixtures/threads.json.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import {
  mainCause,
  STATIONS,
  stepAfter,
  threadProgress,
  weakestOf,
} from "../../docs/assets/javascripts/records/thread.js";

const WEAKNESSES = ["fine", "shaky", "weak", "missing"];
const states = JSON.parse(readFileSync(new URL("../fixtures/threads.json", import.meta.url), "utf-8"));

for (const { title, stations, step, ...thread } of states) {
  test(`${title}: ${step}`, () => {
    const found = threadProgress(thread, WEAKNESSES);
    assert.equal(found.stations.map(({ state }) => state).join(" "), stations);
    assert.equal([found.step.name, found.step.anchor].filter(Boolean).join(" "), step);
    assert.ok(STATIONS.includes(found.step.station));
  });
}

test("at least twenty states are known", () => {
  assert.ok(states.length >= 20);
});

test("a step about one question names it", () => {
  const rows = [{ id: "r1", question: "Why us?" }];
  const { step } = threadProgress({ interview: {}, rows, answers: [], notes: [], lists: {} }, WEAKNESSES);
  assert.equal(step.question, "Why us?");
});

test("the weakest answers come first, three at most, and never a fine one", () => {
  const rows = ["fine", "", "shaky", "missing", "weak"].map((weakness, n) => ({
    id: n,
    question: "?",
    weakness,
  }));
  assert.deepEqual(
    weakestOf(rows, WEAKNESSES).map(({ weakness }) => weakness),
    ["missing", "weak", "shaky"],
  );
  assert.deepEqual(weakestOf([{ question: " ", weakness: "weak" }], WEAKNESSES), []);
});

test("every station says how far it is", () => {
  const row = { id: "r1", question: "?", response: "!" };
  const full = { situation: "s", task: "t", action: "a", result: "r" };
  const thread = {
    interview: { sent: "2026-11-25" },
    rows: [
      { ...row, cause: "fit" },
      { ...row, cause: "logistics" },
      { ...row, cause: "fit" },
    ],
    answers: [{ id: "a1", ...full }, { id: "a2" }],
    notes: [],
    lists: {},
  };
  const { stations } = threadProgress(thread, WEAKNESSES);
  assert.deepEqual(
    stations.map(({ detail, values }) => [detail, values]),
    [
      ["questions", { count: 3 }],
      ["cause", { cause: "fit" }],
      ["answers", { done: 1, total: 2 }],
      ["sent", {}],
      ["waiting", {}],
    ],
  );
});

const FULL = { id: "a1", situation: "s", task: "t", action: "a", result: "r" };
/** @type {[string, string, object, string][]} The title, the station of the tool, the thread, and the step. */
const LEADING_ON = [
  ["notes lead to the cause", "notes", {}, "cause"],
  [
    "a found cause leads to the answer",
    "notes",
    { rows: [{ id: "r1", question: "?", cause: "fit" }] },
    "answer",
  ],
  ["an answer leads to the note", "answers", { answers: [FULL] }, "note"],
  [
    "an answer leads to the note that was begun",
    "answers",
    { notes: [{ id: "n1", case: "thanks" }] },
    "send",
  ],
  ["an unfinished answer holds nobody back", "answers", { answers: [{ id: "a2" }] }, "note"],
  ["after a note was sent comes the wait", "answers", { interview: { sent: "2026-11-25" } }, "wait"],
  [
    "after a no comes the audit instead of a note",
    "answers",
    { interview: { outcome: "turned-down" } },
    "audit",
  ],
  ["after an invitation comes the preparation", "answers", { interview: { outcome: "wrote" } }, "prepare"],
];
for (const [title, station, thread, step] of LEADING_ON) {
  test(title, () => {
    const whole = { interview: {}, rows: [], answers: [], notes: [], lists: {}, ...thread };
    assert.equal(stepAfter(station, whole, WEAKNESSES).name, step);
  });
}

test("the most frequent cause is the main one, and of several the first", () => {
  const main = (...causes) => mainCause(causes.map((cause) => ({ id: "", cause })));
  assert.equal(main("fit", "logistics", "logistics"), "logistics");
  assert.equal(main("fit", "logistics", "fit"), "fit");
  assert.equal(main("fit", "fit", "logistics"), "fit");
  assert.equal(main("", "fit", "logistics"), "fit");
  assert.equal(main("", ""), "");
});

test("notes without an answer, and an interview without notes, have no count", () => {
  const notes = (thread) =>
    threadProgress({ interview: {}, rows: [], answers: [], notes: [], lists: {}, ...thread }, WEAKNESSES)
      .stations[0];
  const { state, detail } = notes({ rows: [{ id: "r1", question: "Why us?" }] });
  assert.deepEqual([state, detail], ["begun", ""]);
  assert.equal(notes({ interview: { company: "Acme" } }).state, "begun");
  assert.equal(notes({ interview: { company: " ", sent: "2026-11-25", outcome: "no" } }).state, "open");
});
