/** Finds today's group in a list whose groups are days. Pure: it reads neither the page nor the store. */

const DAY = 24 * 60 * 60 * 1000;

/**
 * @typedef {object} GroupProgress The progress of a group.
 * @property {number} done
 * @property {number} total
 * @property {string} ticked The day on which an item in it was last ticked, such as 2026-11-22; "" for never.
 */

/**
 * The last group with a tick stays current until it is done or, if the day of the interview is known, until its own day
 * is over. The next one follows, but not on a day with a tick: readers who are done rest. So nobody is sent back, and a
 * reader who misses a day continues with the next one.
 *
 * @param {GroupProgress[]} groups
 * @param {string} today
 * @param {string} interview The day of the interview, which is the day of the first group; "" if unknown.
 * @returns {number} Its index; -1 if all groups are done.
 */
export function todaysGroup(groups, today, interview) {
  const begun = groups.map(({ done }) => done > 0).lastIndexOf(true);
  if (begun < 0) return 0;
  const { done, total, ticked } = groups[begun];
  const isItsTurn = (Date.parse(today) - Date.parse(interview)) / DAY > begun;
  if (ticked === today || (done < total && !isItsTurn)) return begun;
  const after = groups.findIndex((group, place) => place > begun && group.done < group.total);
  return after < 0 ? groups.findIndex((group) => group.done < group.total) : after;
}
