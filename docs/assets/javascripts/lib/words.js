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

const LONGEST_EXCERPT = 80;

/**
 * An answer in words: those that the page has for it, or the beginning of a text.
 *
 * @param {HTMLElement} root An element whose data-answers holds the words by value, as JSON.
 * @param {string} value
 * @returns {string}
 */
export function answerWords(root, value) {
  /** @type {Record<string, string>} */
  const words = JSON.parse(root.closest("[data-answers]")?.getAttribute("data-answers") ?? "{}");
  if (Object.hasOwn(words, value)) return words[value];
  return value.length > LONGEST_EXCERPT ? `${value.slice(0, LONGEST_EXCERPT)}…` : value;
}
