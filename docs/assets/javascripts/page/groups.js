/** Which group of a list is that of today, where its groups are days. Pure: it looks at no page and no store. */

const DAY = 24 * 60 * 60 * 1000;

/**
 * @typedef {object} Standing How far a group is.
 * @property {number} done
 * @property {number} total
 * @property {string} ticked The day on which something in it was ticked last, such as 2026-11-22; "" for never.
 */

/**
 * The last group in which something is ticked goes on until all of it is done, or, where the day of the interview is
 * known, until its own day is over. Then comes the next one, but not on a day with a tick: whoever is done rests. So
 * nobody is sent back, and whoever misses a day goes on with the next one.
 *
 * @param {Standing[]} groups
 * @param {string} today
 * @param {string} interview The day of the interview, which is that of the first group; "" if it is not known.
 * @returns {number} Its place; -1 when all groups are done.
 */
export function groupOfToday(groups, today, interview) {
  const begun = groups.map(({ done }) => done > 0).lastIndexOf(true);
  if (begun < 0) return 0;
  const { done, total, ticked } = groups[begun];
  const isItsTurn = (Date.parse(today) - Date.parse(interview)) / DAY > begun;
  if (ticked === today || (done < total && !isItsTurn)) return begun;
  const after = groups.findIndex((group, place) => place > begun && group.done < group.total);
  return after < 0 ? groups.findIndex((group) => group.done < group.total) : after;
}
