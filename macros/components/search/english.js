/**
 * The English of the search: where words begin and end, which words are too common to search for, and which are forms
 * of one word, such as "blanked" and "blanking", or "apologise" and "apologize".
 */

import { stemmer } from "stemmer";

const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu;

/**
 * Stop words: the small words of questions as people type them, without apostrophes, and the forms of "interview" and
 * "job", which every page of this site is about.
 */
const STOP_WORDS = new Set(
  (
    "a about after aint all also am an and any are arent as at be been being but by can cant could " +
    "couldnt d did didnt do does doesnt doing dont for from get getting go goes going gonna got had " +
    "hadnt has hasnt have havent having he her hes him his how i id if ill im in interview " +
    "interviewer interviewers interviews into is isnt it its ive job jobs just ll m may me might my " +
    "now of on or our out re s she shes should shouldnt so some still t than that thats the their " +
    "them then there they theyd theyre theyve this to told ve very wanna was wasnt we went were " +
    "werent what whats when where which will with wont would wouldnt you youd your youre youve"
  ).split(" "),
);

/** Readers tell what happened, in the past tense: verbs whose forms no stemming rule covers. */
const IRREGULAR_PAST = new Map(
  Object.entries({
    began: "begin",
    blew: "blow",
    broke: "break",
    came: "come",
    fell: "fall",
    felt: "feel",
    forgot: "forget",
    forgotten: "forget",
    froze: "freeze",
    frozen: "freeze",
    kept: "keep",
    laid: "lay",
    left: "leave",
    lost: "lose",
    meant: "mean",
    paid: "pay",
    said: "say",
    sent: "send",
    shook: "shake",
    slept: "sleep",
    spoke: "speak",
    thought: "think",
    wore: "wear",
    wrote: "write",
    written: "write",
  }),
);

/**
 * @typedef {object} Word
 * @property {string} text As written.
 * @property {number} start Its offset.
 */

/**
 * @param {string} text
 * @returns {Word[]}
 */
export function wordsOf(text) {
  return Array.from(text.matchAll(WORD), (match) => ({ text: match[0], start: match.index }));
}

/**
 * @param {string} word
 * @returns {string} What all forms of the word have in common; "" for a stop word.
 */
export function stem(word) {
  const kept = stems.get(word) ?? stemOf(word);
  stems.set(word, kept);
  return kept;
}

/** @type {Map<string, string>} A cache: most words of a text have come up before. */
const stems = new Map();

/**
 * @param {string} word
 * @returns {string}
 */
function stemOf(word) {
  const plain = word
    .normalize("NFKD")
    .replace(/[\p{M}'’]/gu, "")
    .toLowerCase();
  return STOP_WORDS.has(plain) ? "" : stemmer(american(IRREGULAR_PAST.get(plain) ?? plain));
}

/**
 * @param {string} word
 * @returns {string} The word as Americans spell it. A wrong guess does no harm, since it is always the same.
 */
function american(word) {
  return word
    .replace(/(?<=...)our(?=$|s|a|e|i)/, "or")
    .replace(/(?<=...)is(?=e[ds]?$|ing$|ation)/, "iz")
    .replace(/(?<=...)tre(?=s?$)/, "ter");
}
