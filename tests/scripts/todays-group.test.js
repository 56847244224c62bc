// Which day of a plan is open today.

import assert from "node:assert/strict";
import { test } from "node:test";
import { todaysGroup } from "../../docs/assets/javascripts/page/todays-group.js";

const YESTERDAY = "2026-11-24";
const TODAY = "2026-11-25";
const OPEN = { done: 0, total: 3, ticked: "" };
const ALL = { done: 3, total: 3, ticked: YESTERDAY };
const SOME = { done: 1, total: 3, ticked: YESTERDAY };
const NOW = { ticked: TODAY };

/** @type {[string, {done: number, total: number, ticked: string}[], string, number][]} */
const STATES = [
  ["nothing is ticked: the first", [OPEN, OPEN, OPEN], "", 0],
  ["nothing is ticked, and the interview was long ago: the first", [OPEN, OPEN, OPEN], "2026-11-01", 0],
  ["some of the first was ticked yesterday: the first", [SOME, OPEN, OPEN], "", 0],
  ["some of it, and the interview was yesterday: the next", [SOME, OPEN, OPEN], YESTERDAY, 1],
  ["some of it, and the interview was long ago: only one day further", [SOME, OPEN, OPEN], "2026-11-01", 1],
  ["some of it, and the interview is today: the first", [SOME, OPEN, OPEN], TODAY, 0],
  ["some of it, and the interview is still to come: the first", [SOME, OPEN, OPEN], "2026-12-01", 0],
  ["some of it was ticked today: the first", [{ ...SOME, ...NOW }, OPEN, OPEN], YESTERDAY, 0],
  ["all of it was ticked yesterday: the next", [ALL, OPEN, OPEN], "", 1],
  ["all of it was ticked today: still the first", [{ ...ALL, ...NOW }, OPEN, OPEN], "", 0],
  ["the first was left unfinished, and the second is done: the third", [SOME, ALL, OPEN], "", 2],
  ["the last is done: the one left unfinished", [ALL, SOME, ALL], "", 1],
  ["all was done before today: none", [ALL, ALL, ALL], "", -1],
  ["the last was done today: the last", [ALL, ALL, { ...ALL, ...NOW }], "", 2],
];

for (const [title, groups, interview, place] of STATES) {
  test(title, () => assert.equal(todaysGroup(groups, TODAY, interview), place));
}
