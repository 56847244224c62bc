// Days and moments, in whatever time zone Node runs.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  dateInWords,
  dayAt,
  dayInWords,
  daysAfter,
  daysSince,
  isDay,
  minutesAndSeconds,
  readable,
  today,
} from "../../docs/assets/javascripts/text/dates.js";

test("seconds are shown as minutes and seconds", () => {
  assert.deepEqual([0, 9.4, 59.6, 90, 605].map(minutesAndSeconds), ["0:00", "0:09", "1:00", "1:30", "10:05"]);
});

test("the day of a moment is the day where the reader is", (t) => {
  const moment = new Date(2026, 0, 5, 23, 59).getTime();
  assert.equal(dayAt(moment), "2026-01-05");
  t.mock.timers.enable({ apis: ["Date"], now: moment });
  assert.equal(today(), "2026-01-05");
});

test("the day of the interview is worded the same in every time zone", () => {
  assert.equal(dayInWords("2026-11-22", "en-US"), "Sunday, November 22");
  assert.equal(dayInWords("2026-03-01", "en-US"), "Sunday, March 1");
});

test("days are counted by the calendar, even across a clock change", () => {
  assert.equal(daysSince("2026-11-22", "2026-11-22"), 0);
  assert.equal(daysSince("2026-03-07", "2026-03-09"), 2);
  assert.equal(daysSince("2026-10-24", "2026-10-26"), 2);
  assert.equal(daysSince("2026-11-23", "2026-11-22"), -1);
});

test("no day is lost or repeated in a leap year, at the turn of the year or when the clocks change", () => {
  assert.equal(daysAfter("2028-02-28", 1), "2028-02-29");
  assert.equal(daysAfter("2027-02-28", 1), "2027-03-01");
  assert.equal(daysAfter("2026-12-31", 1), "2027-01-01");
  assert.equal(daysAfter("2026-10-31", 2), "2026-11-02");
  assert.equal(daysAfter("2027-03-13", 2), "2027-03-15");
});

test("a saved day is shown as people write it, and any other text as it is", () => {
  assert.equal(dateInWords("2026-11-02", "en-US"), "November 2, 2026");
  assert.equal(readable("2026-11-02", "en-US"), "November 2, 2026");
  for (const text of ["", "2026-13-40", "on 2026-11-02", "2026-11-02 or so", "2026-1-2"]) {
    assert.equal(isDay(text), false);
    assert.equal(readable(text, "en-US"), text);
  }
  assert.equal(isDay("2026-11-02"), true);
});
