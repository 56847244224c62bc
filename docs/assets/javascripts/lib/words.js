/**
 * Put values into words of the page, such as "{done} of {total} done".
 *
 * @param {string | undefined} words
 * @param {Record<string, string | number>} values
 * @returns {string}
 */
export function fill(words = "", values = {}) {
  return words.replace(/\{(\w+)\}/g, (blank, name) => String(values[name] ?? blank));
}

/**
 * An answer in words: those that the page has for it, or the text that was typed.
 *
 * @param {HTMLElement} root An element whose data-answers holds the words by value, as JSON.
 * @param {string} value
 * @returns {string}
 */
export function answerWords(root, value) {
  /** @type {Record<string, string>} */
  const words = JSON.parse(root.closest("[data-answers]")?.getAttribute("data-answers") ?? "{}");
  return Object.hasOwn(words, value) ? words[value] : value;
}

/** In characters: one line of a list. */
const LONGEST_EXCERPT = 80;

/**
 * An answer in words, of a long text only the beginning.
 *
 * @param {HTMLElement} root As for `answerWords`.
 * @param {string} value
 * @returns {string}
 */
export function excerpt(root, value) {
  const words = answerWords(root, value);
  return words.length > LONGEST_EXCERPT ? `${words.slice(0, LONGEST_EXCERPT)}…` : words;
}
