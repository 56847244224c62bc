/** What the answers to a list of questions say together. Pure: it looks at its verdicts, and shows nothing. */

/** @type {Record<string, string>} A dot for each answer; a question without one has a point. */
const DOTS = { yes: "●", unsure: "◐", no: "○", "": "·" };

/**
 * @param {string[]} answers "" where there is none yet.
 * @returns {string} A dot for each.
 */
export function dotsOf(answers) {
  return answers.map((answer) => DOTS[answer]).join("");
}

/**
 * A verdict stands as soon as the missing answers cannot change it.
 *
 * @param {HTMLElement[]} verdicts
 * @param {string[]} answers
 * @returns {HTMLElement | undefined} The one that stands.
 */
export function settledVerdict(verdicts, answers) {
  const count = (/** @type {string} */ wanted) => answers.filter((answer) => answer === wanted).length;
  const no = count("no");
  return verdicts.find(
    ({ dataset }) => no >= Number(dataset.noMin) && no + count("") <= Number(dataset.noMax),
  );
}
