/** Matches stories with the questions that they answer. Pure: it knows neither the page nor the store. */

/**
 * @typedef {object} Story
 * @property {string} id
 * @property {string} question The question that it was written for.
 * @property {string} row The row of a debrief with that question; "" for none.
 * @property {string} also Further questions that it answers, one per line.
 * @property {boolean} isWhole Whether all of its parts are written.
 */

/** @typedef {{row: string, question: string}} Asked A question, and its row in a debrief; "" for none. */

const MOST_TO_REUSE = 3;

/**
 * @param {string} text
 * @returns {string[]} The questions on its lines.
 */
export function linesOf(text) {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}

/**
 * @param {string} also Further questions of a story.
 * @param {string} question
 * @returns {string} The questions with this one added.
 */
export function withLine(also, question) {
  return [...linesOf(also), ...linesOf(question.replaceAll("\n", " "))].join("\n");
}

/**
 * @param {string} also Further questions of a story.
 * @param {string} question
 * @returns {string} The questions without this one.
 */
export function withoutLine(also, question) {
  return linesOf(also)
    .filter((line) => questionKey(line) !== questionKey(question))
    .join("\n");
}

/**
 * @template {Asked} Question
 * @param {Question[]} asked
 * @param {Story[]} stories
 * @returns {Question[]} Those that no story answers, each once.
 */
export function unansweredQuestions(asked, stories) {
  const rows = new Set(stories.map(({ row }) => row).filter(Boolean));
  const seen = new Set(
    stories.flatMap(({ question, also }) => [question, ...linesOf(also)]).map(questionKey),
  );
  return asked.filter(({ row, question }) => {
    const isOpen = !rows.has(row) && questionKey(question) !== "" && !seen.has(questionKey(question));
    seen.add(questionKey(question));
    return isOpen;
  });
}

/**
 * @param {Story[]} stories
 * @returns {Story[]} A few complete ones, those that answer the fewest questions first.
 */
export function storiesToReuse(stories) {
  const count = (/** @type {Story} */ { also }) => linesOf(also).length;
  return stories
    .filter(({ isWhole }) => isWhole)
    .sort((one, other) => count(one) - count(other))
    .slice(0, MOST_TO_REUSE);
}

/**
 * @param {string} question
 * @returns {string} A key that is equal for questions differing only in punctuation and capitals.
 */
function questionKey(question) {
  return question
    .toLowerCase()
    .replace(/[\p{P}\p{S}\s]+/gu, " ")
    .trim();
}
