/** Names interviews: by company and role, else by their day, else by the day on which notes were begun. */

import { dayAt, dayInWords } from "./dates.js";
import { fill } from "./words.js";

/** @typedef {{dated: string, begun_on: string, untitled: string}} Names Words for interviews without a name. */
/** @typedef {Record<string, string>} Fields The fields of an interview: company, role, date, order. */

/** No interview was begun before this time: a smaller number is only a place in a list. */
const FIRST_MOMENT = Date.UTC(2025, 0);

/**
 * @param {Fields} interview
 * @param {Names} names
 * @param {string} locale
 * @returns {{name: string, isOwn: boolean}} Its name, and whether the reader wrote it.
 */
export function interviewName(interview, names, locale) {
  const own = [interview.company, interview.role].map((each) => each.trim()).filter(Boolean);
  if (own.length > 0) return { name: own.join(", "), isOwn: true };
  const begun = Number(interview.order);
  const words =
    begun >= FIRST_MOMENT ? fill(names.begun_on, { day: dayInWords(dayAt(begun), locale) }) : names.untitled;
  return { name: interviewDay(interview, names, locale) || words, isOwn: false };
}

/**
 * @param {Fields} interview
 * @param {Names} names
 * @param {string} locale
 * @returns {string} Its day in words; "" if there is none.
 */
export function interviewDay({ date }, names, locale) {
  return Number.isNaN(Date.parse(date)) ? "" : fill(names.dated, { day: dayInWords(date, locale) });
}

/**
 * Return distinct names for several interviews: those with the same name get their day, or else a number.
 *
 * @param {Fields[]} interviews
 * @param {Names} names
 * @param {string} locale
 * @returns {{name: string, isOwn: boolean}[]} In the same order.
 */
export function distinctNames(interviews, names, locale) {
  const days = interviews.map((each) => interviewDay(each, names, locale));
  const called = interviews.map((each) => interviewName(each, names, locale));
  const dated = called.map(({ name, isOwn }, index) => ({
    name: isOwn && days[index] && isDuplicate(called, name) ? `${name} · ${days[index]}` : name,
    isOwn,
  }));
  return dated.map(({ name, isOwn }, index) => ({
    name: isDuplicate(dated, name) ? `${index + 1}. ${name}` : name,
    isOwn,
  }));
}

/**
 * @param {{name: string}[]} all
 * @param {string} name
 */
function isDuplicate(all, name) {
  return all.filter((each) => each.name === name).length > 1;
}
