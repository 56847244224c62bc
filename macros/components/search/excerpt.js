/**
 * The excerpt shown with a result, and the words in it that matched.
 */

import { stem, wordsOf } from "./english.js";

/** In characters: two or three lines on a phone. */
const LENGTH = 150;
/** Words before the first match, for context. */
const LEAD = 6;

/**
 * @param {string} text
 * @param {Set<string>} terms
 * @returns {string} The piece of the text with the most matches.
 */
export function excerpt(text, terms) {
  const words = wordsOf(text);
  const found = words.flatMap((word, place) => (terms.has(stem(word.text)) ? [place] : []));
  const first = words[Math.max(bestMatch(found, words) - LEAD, 0)]?.start ?? 0;
  const start =
    text.length - first < LENGTH ? Math.max(offsetOfWordFrom(words, text.length - LENGTH), 0) : first;
  const end = text.length - start <= LENGTH ? text.length : text.lastIndexOf(" ", start + LENGTH);
  const piece = text.slice(start, end).replace(/[,;:·]$/, "");
  return `${start > 0 ? "…" : ""}${piece}${end < text.length ? "…" : ""}`;
}

/**
 * @param {number[]} found Indexes of the words that matched.
 * @param {import("./english.js").Word[]} words
 * @returns {number} The one that most others follow closely.
 */
function bestMatch(found, words) {
  const near = (/** @type {number} */ place) =>
    found.filter((other) => other >= place && words[other].start < words[place].start + LENGTH).length;
  return found.reduce((best, place) => (near(place) > near(best) ? place : best), found[0] ?? 0);
}

/**
 * @param {import("./english.js").Word[]} words
 * @param {number} start
 * @returns {number} The offset of the first word at or after `start`.
 */
function offsetOfWordFrom(words, start) {
  return words.find((word) => word.start >= start)?.start ?? 0;
}

/**
 * @param {string} text
 * @param {Set<string>} terms
 * @returns {(string | HTMLElement)[]} The text, with each word that matched in a mark.
 */
export function highlighted(text, terms) {
  /** @type {(string | HTMLElement)[]} */
  const pieces = [];
  let end = 0;
  for (const word of wordsOf(text)) {
    if (!terms.has(stem(word.text))) continue;
    const mark = document.createElement("mark");
    mark.textContent = word.text;
    pieces.push(text.slice(end, word.start), mark);
    end = word.start + word.text.length;
  }
  return [...pieces, text.slice(end)];
}
