/**
 * Computes the days to ask for news, to ask again and to stop. A day is a calendar date, such as 2026-11-22,
 * independent of the reader's time zone: it is computed in UTC, so that neither time zones nor daylight saving shift
 * it.
 */

import { daysAfter } from "./dates.js";

/**
 * @typedef {object} Place
 * @property {number[]} weekend Days of the week as Date counts them: Sunday is 0.
 * @property {string[]} holidays
 * @property {number | null} answer The number of days after the interview within which the law requires an answer; null
 *   for no law.
 */

/** @typedef {{working_days: number, days: number, again: number}} Waits */
/**
 * @typedef {{interview: string, sent: string, promised: string, asked: string}} Dates "" for dates that the reader
 *   left out.
 */
/** @typedef {{first: string, second: string, stop: string, owed: string}} Days "" for days that do not apply. */

/**
 * @param {Dates} dates
 * @param {Place} place
 * @param {Waits} waits
 * @returns {Days | null} Null if the dates do not suffice.
 */
export function daysToAsk({ interview, sent, promised, asked }, place, waits) {
  const heard = sent > interview ? sent : interview;
  const first = promised
    ? workingDaysAfter(promised, waits.working_days, place)
    : heard && workingDayFrom(daysAfter(heard, waits.days), place);
  if (!first && !asked) return null;
  const second = workingDayFrom(daysAfter(asked || first, waits.again), place);
  const stop = workingDayFrom(daysAfter(second, waits.again), place);
  const owed = interview && place.answer !== null ? daysAfter(interview, place.answer) : "";
  return { first: asked ? "" : first, second, stop, owed };
}

/**
 * @param {string} day
 * @param {number} count
 * @param {Place} place
 * @returns {string} The day that many working days later.
 */
function workingDaysAfter(day, count, place) {
  let last = day;
  for (let counted = 0; counted < count; counted += 1) last = workingDayFrom(daysAfter(last, 1), place);
  return last;
}

/**
 * @param {string} day
 * @param {Place} place
 * @returns {string} The day itself if it is a working day; otherwise the next one.
 */
function workingDayFrom(day, place) {
  let working = day;
  while (isDayOff(working, place)) working = daysAfter(working, 1);
  return working;
}

/**
 * @param {string} day
 * @param {Place} place
 */
function isDayOff(day, { weekend, holidays }) {
  return weekend.includes(new Date(Date.parse(day)).getUTCDay()) || holidays.includes(day);
}
