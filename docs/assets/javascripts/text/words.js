import { required, setText } from "../page/elements.js";

/** @typedef {Record<string, string>} Forms Plural forms by their CLDR names; "other" is always present. */

const BLANK = /\{(\w+)\}/g;

/**
 * Fill the blanks in words of the page, such as "{done} of {total} done".
 *
 * @param {string | Forms | undefined} words May be plural forms, as JSON if from an attribute.
 * @param {Record<string, string | number>} values
 * @returns {string}
 */
export function fill(words = "", values = {}) {
  return formOf(words, values).replace(BLANK, (blank, name) => String(values[name] ?? blank));
}

/**
 * @param {string | Forms} words
 * @param {Record<string, string | number>} values
 * @returns {string} The words themselves, or the plural form for the number in them.
 */
function formOf(words, values) {
  if (typeof words === "string" && !words.startsWith('{"')) return words;
  /** @type {Forms} */
  const forms = typeof words === "string" ? JSON.parse(words) : words;
  const [, number = ""] = /\{(\w+)\}/.exec(forms.other) ?? [];
  const rules = new Intl.PluralRules(document.documentElement.lang);
  return forms[rules.select(Number(values[number]))] ?? forms.other;
}

/**
 * Return an answer in the page's words for it, or as the text that was typed.
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

/**
 * Show words of the page around a value that a reader typed. The value is isolated, with a direction of its own, and
 * browsers do not translate it. As in `setText`, unchanged words are not set again.
 *
 * @param {HTMLElement} element
 * @param {string | Forms | undefined} words
 * @param {Record<string, string | number>} values
 * @param {string} own The name of the reader's value.
 */
export function showWords(element, words, values, own) {
  if (element.textContent === fill(words, values)) return;
  const mark = `{${own}}`;
  const parts = formOf(words ?? "", values)
    .split(mark)
    .map((part) => fill(part, values));
  const nodes = parts.flatMap((part, index) =>
    index > 0 ? [readerTextElement(String(values[own] ?? mark)), part] : [part],
  );
  element.replaceChildren(...nodes);
}

/**
 * Show a count, or nothing if it is zero.
 *
 * @param {HTMLElement} root
 * @param {string} selector Selects the element that shows it.
 * @param {number} count
 */
export function showCount(root, selector, count) {
  const line = required(root, selector, HTMLElement);
  setText(line, fill(line.dataset.words, { count }));
  line.hidden = count === 0;
}

/**
 * @param {string} text The text that a reader typed.
 * @param {string} name The tag name of the element that shows it.
 */
export function readerTextElement(text, name = "bdi") {
  return Object.assign(document.createElement(name), { textContent: text, dir: "auto", translate: false });
}

/** In characters as readers count them: one line of a list. */
const LONGEST_EXCERPT = 80;

/**
 * Return an answer in words; if the text is long, only its beginning.
 *
 * @param {HTMLElement} root As for `answerWords`.
 * @param {string} value
 * @returns {string}
 */
export function answerExcerpt(root, value) {
  return shortened(answerWords(root, value), LONGEST_EXCERPT);
}

/**
 * @param {string} text
 * @param {number} most In characters as readers count them: an emoji and an accented letter are one each.
 * @returns {string} The text, cut off with "…" if it is longer.
 */
export function shortened(text, most) {
  if (text.length <= most) return text;
  let count = 0;
  for (const { index } of graphemesOf(text)) {
    if (count === most) return `${text.slice(0, index)}…`;
    count += 1;
  }
  return text;
}

/**
 * @param {string} text
 * @returns {Iterable<{index: number}>} The index of each such character; older browsers take composed emoji apart.
 */
function graphemesOf(text) {
  if (Intl.Segmenter) return new Intl.Segmenter().segment(text);
  return text.matchAll(/\P{M}\p{M}*/gu);
}
