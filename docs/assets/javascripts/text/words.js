import { required, setText } from "../page/elements.js";

/** @typedef {Record<string, string>} Forms Plural forms by the names of CLDR; "other" is always there. */

const BLANK = /\{(\w+)\}/g;

/**
 * Put values into words of the page, such as "{done} of {total} done".
 *
 * @param {string | Forms | undefined} words Or plural forms, which an attribute holds as JSON.
 * @param {Record<string, string | number>} values
 * @returns {string}
 */
export function fill(words = "", values = {}) {
  return formOf(words, values).replace(BLANK, (blank, name) => String(values[name] ?? blank));
}

/**
 * @param {string | Forms} words
 * @param {Record<string, string | number>} values
 * @returns {string} The words themselves, or the plural form that the number in them asks for.
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

/**
 * Words of the page in which a value is what a reader typed: it stands apart, with a direction of its own,
 * and no browser translates it. They are set only when they are others than before, as `setText` does.
 *
 * @param {HTMLElement} element
 * @param {string | Forms | undefined} words
 * @param {Record<string, string | number>} values
 * @param {string} own The name of that value.
 */
export function showWords(element, words, values, own) {
  if (element.textContent === fill(words, values)) return;
  const mark = `{${own}}`;
  const parts = formOf(words ?? "", values)
    .split(mark)
    .map((part) => fill(part, values));
  const nodes = parts.flatMap((part, index) =>
    index > 0 ? [ownWords(String(values[own] ?? mark)), part] : [part],
  );
  element.replaceChildren(...nodes);
}

/**
 * Say how many there are, and nothing of none.
 *
 * @param {HTMLElement} root
 * @param {string} selector Of what says it.
 * @param {number} count
 */
export function showCount(root, selector, count) {
  const line = required(root, selector, HTMLElement);
  setText(line, fill(line.dataset.words, { count }));
  line.hidden = count === 0;
}

/**
 * @param {string} text What a reader typed.
 * @param {string} name Of the element that shows it.
 */
export function ownWords(text, name = "bdi") {
  return Object.assign(document.createElement(name), { textContent: text, dir: "auto", translate: false });
}

/** In signs, as a reader counts them: one line of a list. */
const LONGEST_EXCERPT = 80;

/**
 * An answer in words, of a long text only the beginning.
 *
 * @param {HTMLElement} root As for `answerWords`.
 * @param {string} value
 * @returns {string}
 */
export function excerpt(root, value) {
  return shortened(answerWords(root, value), LONGEST_EXCERPT);
}

/**
 * @param {string} text
 * @param {number} most In signs: an emoji and a letter with its accents are one each.
 * @returns {string} Its beginning, and "…" where it goes on.
 */
export function shortened(text, most) {
  if (text.length <= most) return text;
  let count = 0;
  for (const { index } of signsOf(text)) {
    if (count === most) return `${text.slice(0, index)}…`;
    count += 1;
  }
  return text;
}

/**
 * @param {string} text
 * @returns {Iterable<{index: number}>} Where each sign begins; older browsers take what an emoji is made of apart.
 */
function signsOf(text) {
  if (Intl.Segmenter) return new Intl.Segmenter().segment(text);
  return text.matchAll(/\P{M}\p{M}*/gu);
}
