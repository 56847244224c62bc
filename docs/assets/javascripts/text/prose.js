/**
 * Splits typed text, with its lists, quotes, abbreviations and figures, into sentences and words.
 *
 * `Intl.Segmenter` follows Unicode's rules, which know no abbreviations; older browsers get simple rules.
 */

import { memoize } from "./memoize.js";

/**
 * @typedef {object} ProseRules
 * @property {string} language Such as "en-US".
 * @property {string[]} own Words for oneself: "I", "I've".
 * @property {string[]} titles Abbreviations that never end a sentence: "Dr.".
 * @property {string[]} abbreviations Abbreviations that may end one: "etc.".
 * @property {string[]} starters Words capitalized only at the start of a sentence: "we", "then".
 */

/** An apostrophe may occur inside a word, a period or a comma only inside a figure. */
const WORD = /[\p{L}\p{N}]+(?:(?:['’]|(?<=\p{N})[.,](?=\p{N}))[\p{L}\p{N}]+)*/gu;
const SENTENCE_END = /(?<=[.!?…]["'”’)\]]*)\s+(?=["'“‘([]*[\p{Lu}\p{N}])/u;
const LIST_MARKER = /^\s*(?:[-*•–]|\d+[.)])\s+/u;
/** A line that begins in lower case continues the sentence of the line before. */
const WRAPPED_LINE = /\n(?=\p{Ll})/gu;
const STARTS_LOWERCASE = /^["'“‘([]*\p{Ll}/u;
const OPENING = /^["'“‘([]+/u;
/** One capital, as in "J. Smith", or several, as in "U.S.". */
const INITIALS = /^(?:\p{L}\.)+$/u;
/** In words: enough to find a sentence again. */
const BEGINNING = 6;

/** In scripts without spaces every character counts as a word if the browser cannot segment them. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]/gu;

/**
 * Return the words of a text. Every check counts them this way.
 *
 * @param {string} text
 * @param {string} language
 * @returns {string[]} "we've" and "3.5" are one word each. Words that no space separates are told apart.
 */
export function wordsOf(text, language) {
  // Loading the rules of a language takes the browser a while, and an empty worksheet needs none.
  return text.trim() === "" ? [] : text.split("\n").flatMap((line) => wordsOfLine(line, language));
}

const wordsOfLine = memoize((line, language) => {
  if (!Intl.Segmenter) return line.replaceAll(UNSPACED, " $& ").match(WORD) ?? [];
  return segmentsOf(line, language, "word")
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment);
});

/**
 * @param {string} text
 * @param {ProseRules} rules
 * @returns {string[]} The sentences. Each list item is at least one, without its marker.
 */
export function sentencesOf(text, rules) {
  if (text.trim() === "") return [];
  return text
    .replaceAll(WRAPPED_LINE, " ")
    .split("\n")
    .flatMap((line) => joinSentences(roughSentences(line.replace(LIST_MARKER, ""), rules.language), rules))
    .filter((sentence) => wordsOf(sentence, rules.language).length > 0);
}

/**
 * @param {string} sentence
 * @param {string} language
 * @returns {string} Its first words, and "…" if there are more.
 */
export function beginning(sentence, language) {
  const text = sentence.trim().replace(OPENING, "").replaceAll(/\s+/g, " ");
  let end = 0;
  for (const word of wordsOf(text, language).slice(0, BEGINNING)) end = text.indexOf(word, end) + word.length;
  // Include what directly follows the last word: a hyphenated part, a comma, a closing quote.
  end += /^(?:-[\p{L}\p{N}]+)*[^\s\p{L}\p{N}]*/u.exec(text.slice(end))?.[0].length ?? 0;
  return end < text.length ? `${text.slice(0, end)}…` : text;
}

/** @type {WeakMap<string[], Set<string>>} */
const normalizedLists = new WeakMap();

/**
 * @param {string[]} list Words from a content file.
 * @param {string} word A word as typed.
 * @returns {boolean} Whether the list has it, regardless of capitals and curly apostrophes.
 */
export function includesWord(list, word) {
  const words = normalizedLists.get(list) ?? new Set(list.map(normalized));
  normalizedLists.set(list, words);
  return words.has(normalized(word));
}

/** @param {string} word */
function normalized(word) {
  return word.replaceAll("’", "'").toLowerCase();
}

/** Sentences, some of them wrongly split after an abbreviation. */
const roughSentences = memoize((line, language) => {
  if (!Intl.Segmenter) return line.split(SENTENCE_END);
  return segmentsOf(line, language, "sentence").map(({ segment }) => segment.trim());
});

/**
 * @param {string} line
 * @param {string} language
 * @param {"word" | "sentence"} granularity
 */
function segmentsOf(line, language, granularity) {
  return [...new Intl.Segmenter(language, { granularity }).segment(line)];
}

/**
 * @param {string[]} parts
 * @param {ProseRules} rules
 * @returns {string[]} The sentences, with wrongly split ones joined again.
 */
function joinSentences(parts, rules) {
  /** @type {string[]} */
  const sentences = [];
  for (const part of parts) {
    const last = sentences.pop();
    if (last === undefined) sentences.push(part);
    else if (continuesSentence(last, part, rules)) sentences.push(`${last} ${part}`);
    else sentences.push(last, part);
  }
  return sentences;
}

/**
 * @param {string} before
 * @param {string} after
 * @param {ProseRules} rules
 * @returns {boolean} Whether they are one sentence.
 */
function continuesSentence(before, after, rules) {
  const end = (before.split(/\s+/).at(-1) ?? "").replace(OPENING, "");
  if (STARTS_LOWERCASE.test(after) || includesWord(rules.titles, end)) return true;
  const isInitial = INITIALS.test(end) && !includesWord(rules.own, end.slice(0, -1));
  const [next = ""] = wordsOf(after, rules.language);
  return (isInitial || includesWord(rules.abbreviations, end)) && !includesWord(rules.starters, next);
}
