/**
 * What of an answer is shown with it, and the words in it that were looked for.
 */

import { stem, wordsOf } from "./english.js";

/** In characters: two or three lines on a phone. */
const LENGTH = 150;
/** Words before the first one that was found, so that it does not stand alone. */
const LEAD = 6;

/**
 * @param {string} text
 * @param {Set<string>} terms
 * @returns {string} The piece of the text that holds most of the terms.
 */
export function excerpt(text, terms) {
  const words = wordsOf(text);
  const found = words.flatMap((word, place) => (terms.has(stem(word.text)) ? [place] : []));
  const first = words[Math.max(bestOf(found, words) - LEAD, 0)]?.start ?? 0;
  const start = text.length - first < LENGTH ? Math.max(wordBefore(words, text.length - LENGTH), 0) : first;
  const end = text.length - start <= LENGTH ? text.length : text.lastIndexOf(" ", start + LENGTH);
  const piece = text.slice(start, end).replace(/[,;:·]$/, "");
  return `${start > 0 ? "…" : ""}${piece}${end < text.length ? "…" : ""}`;
}

/**
 * @param {number[]} found Places of words that were found.
 * @param {import("./english.js").Word[]} words
 * @returns {number} The place from where on most of them stand close together.
 */
function bestOf(found, words) {
  const near = (/** @type {number} */ place) =>
    found.filter((other) => other >= place && words[other].start < words[place].start + LENGTH).length;
  return found.reduce((best, place) => (near(place) > near(best) ? place : best), found[0] ?? 0);
}

/**
 * @param {import("./english.js").Word[]} words
 * @param {number} start
 * @returns {number} Where the first word after a place in the text begins.
 */
function wordBefore(words, start) {
  return words.find((word) => word.start >= start)?.start ?? 0;
}

/**
 * @param {string} text
 * @param {Set<string>} terms
 * @returns {(string | HTMLElement)[]} The text, with each word that was looked for in a mark.
 */
export function marked(text, terms) {
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
