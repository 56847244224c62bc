/** Computes the reader's progress from the ids of the answers in each list. */

import { store } from "../store/store.js";

/**
 * @param {string} id
 * @returns {boolean}
 */
export function isDone(id) {
  return store.read(id) !== "";
}

/**
 * @param {string[]} ids
 * @returns {string | null} The one answered last.
 */
export function lastAnswered(ids) {
  const moment = (/** @type {string} */ id) => store.entry(id)?.at ?? 0;
  const [first, ...others] = ids.filter(isDone);
  return others.reduce((last, id) => (moment(id) > moment(last) ? id : last), first) ?? null;
}

/**
 * Find the one next step: the first open item after the last answer in its list; then items skipped earlier in that
 * list; then the lists after it, and finally those before it.
 *
 * @param {string[][]} sheets The ids of each list, in reading order.
 * @param {string} last
 * @returns {string | null} Null if everything is done.
 */
export function nextOpen(sheets, last) {
  const current = sheets.findIndex((ids) => ids.includes(last));
  const ids = sheets[current] ?? [];
  const order = [
    ...ids.slice(ids.indexOf(last)),
    ...ids,
    ...sheets.slice(current + 1).flat(),
    ...sheets.slice(0, Math.max(current, 0)).flat(),
  ];
  return order.find((id) => !isDone(id)) ?? null;
}
