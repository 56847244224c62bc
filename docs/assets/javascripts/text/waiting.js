/**
 * The days to ask for news, to ask again and to stop. A day is a date in the calendar, such as 2026-11-22, wherever
 * the reader is: it is counted in UTC, so that no time zone and no change of the clock moves it.
 */

import { daysAfter } from "./clock.js";

/**
 * @typedef {object} Place
 * @property {number[]} weekend As Date counts days of the week: Sunday is 0.
 * @property {string[]} holidays
 * @property {number | null} answer In how many days after the interview the law wants an answer; null for no law.
 */

/** @typedef {{working_days: number, days: number, again: number}} Waits */
/** @typedef {{interview: string, sent: string, promised: string, asked: string}} Dates "" for what the reader left out. */
/** @typedef {{first: string, second: string, stop: string, owed: string}} Days "" for a day that there is not. */

/**
 * @param {Dates} dates
 * @param {Place} place
 * @param {Waits} waits
 * @returns {Days | null} Null as long as no day can be told.
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
 * @returns {string} The last of so many working days after a day.
 */
function workingDaysAfter(day, count, place) {
  let last = day;
  for (let counted = 0; counted < count; counted += 1) last = workingDayFrom(daysAfter(last, 1), place);
  return last;
}

/**
 * @param {string} day
 * @param {Place} place
 * @returns {string} The day itself if people work then; the next working day if not.
 */
function workingDayFrom(day, place) {
  let working = day;
  while (isOff(working, place)) working = daysAfter(working, 1);
  return working;
}

/**
 * @param {string} day
 * @param {Place} place
 */
function isOff(day, { weekend, holidays }) {
  return weekend.includes(new Date(Date.parse(day)).getUTCDay()) || holidays.includes(day);
}
