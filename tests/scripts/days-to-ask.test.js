// The days to ask for news, in whatever time zone Node runs.

import assert from "node:assert/strict";
import { test } from "node:test";
import { daysToAsk } from "../../docs/assets/javascripts/text/days-to-ask.js";

const WAITS = { working_days: 2, days: 7, again: 7 };
const NOWHERE = { weekend: [0, 6], holidays: [], answer: null };
const days = (dates, place = {}) =>
  daysToAsk({ interview: "", sent: "", promised: "", asked: "", ...dates }, { ...NOWHERE, ...place }, WAITS);

test("without a date there is no day to ask", () => {
  assert.equal(days({}), null);
});

test("without a promised date, readers ask a week after the interview, again a week later, and then stop", () => {
  const wait = { first: "2026-12-01", second: "2026-12-08", stop: "2026-12-15", owed: "" };
  assert.deepEqual(days({ interview: "2026-11-24" }), wait);
});

test("a promised date takes precedence over the interview, and readers ask two working days after it", () => {
  assert.equal(days({ interview: "2026-11-02", promised: "2026-11-23" }).first, "2026-11-25");
  assert.equal(days({ promised: "2026-11-23" }).first, "2026-11-25");
});

test("a note sent after the interview moves the day to ask, but not a promised date or a legal deadline", () => {
  assert.equal(days({ interview: "2026-11-24", sent: "2026-11-26" }).first, "2026-12-03");
  assert.equal(days({ interview: "2026-11-24", sent: "2026-11-23" }).first, "2026-12-01");
  assert.equal(days({ sent: "2026-11-24" }).first, "2026-12-01");
  assert.equal(days({ sent: "2026-11-30", promised: "2026-11-23" }).first, "2026-11-25");
  assert.equal(days({ interview: "2026-11-24", sent: "2026-11-26" }, { answer: 45 }).owed, "2027-01-08");
});

test("no day to ask is on a weekend", () => {
  assert.equal(days({ promised: "2026-11-26" }).first, "2026-11-30");
  assert.equal(days({ promised: "2026-11-28" }).first, "2026-12-01");
  assert.equal(days({ interview: "2026-11-21" }).first, "2026-11-30");
});

test("a weekend is on the days of that place", () => {
  assert.equal(days({ promised: "2026-11-25" }, { weekend: [5, 6] }).first, "2026-11-29");
});

test("a public holiday is not a working day, for any of the three days", () => {
  assert.equal(days({ promised: "2026-12-23" }).first, "2026-12-25");
  assert.equal(
    days({ promised: "2026-12-23" }, { holidays: ["2026-12-24", "2026-12-25"] }).first,
    "2026-12-29",
  );
  const place = { holidays: ["2026-12-08", "2026-12-16"] };
  assert.deepEqual(days({ interview: "2026-11-24" }, place), {
    first: "2026-12-01",
    second: "2026-12-09",
    stop: "2026-12-17",
    owed: "",
  });
});

test("once readers have asked, the other days are counted from that day", () => {
  const asked = { interview: "2026-11-02", promised: "2026-11-06", asked: "2026-11-20" };
  const wait = { first: "", second: "2026-11-27", stop: "2026-12-04", owed: "" };
  assert.deepEqual(days(asked), wait);
  assert.deepEqual(days({ asked: "2026-11-20" }), wait);
});

test("a legal deadline is counted in calendar days from the interview", () => {
  assert.equal(days({ interview: "2026-11-24" }, { answer: 45 }).owed, "2027-01-08");
  assert.equal(days({ promised: "2026-11-24" }, { answer: 45 }).owed, "");
});
