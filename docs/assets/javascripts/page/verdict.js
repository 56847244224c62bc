/** Finds the verdict on a list of yes-no questions. Pure: it reads the verdicts' data, and shows nothing. */

/** @type {Record<string, string>} A dot for each answer, and a small one for an open question. */
const DOTS = { yes: "●", unsure: "◐", no: "○", "": "·" };

/**
 * @param {string[]} answers "" where there is none yet.
 * @returns {string} A dot for each.
 */
export function dotsOf(answers) {
  return answers.map((answer) => DOTS[answer]).join("");
}

/**
 * Find the settled verdict. It is settled as soon as the missing answers cannot change it.
 *
 * @param {HTMLElement[]} verdicts
 * @param {string[]} answers
 * @returns {HTMLElement | undefined} Undefined if none is settled yet.
 */
export function settledVerdict(verdicts, answers) {
  const count = (/** @type {string} */ wanted) => answers.filter((answer) => answer === wanted).length;
  const no = count("no");
  return verdicts.find(
    ({ dataset }) => no >= Number(dataset.noMin) && no + count("") <= Number(dataset.noMax),
  );
}
