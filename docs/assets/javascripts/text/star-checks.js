/**
 * Checks of an answer in the four parts of STAR. They are pure: given its texts and the rules of the content file, they
 * return a state and the values for the page's words about it.
 */

import { minutesAndSeconds } from "./dates.js";
import { beginning, includesWord, sentencesOf, wordsOf } from "./prose.js";
import { PARTS } from "./star-parts.js";

/** @typedef {import("./star-parts.js").PartName} PartName */
/** @typedef {import("./star-parts.js").Texts} Texts */

/**
 * @typedef {object} Limits
 * @property {number} situation_sentences The maximum for Situation.
 * @property {number} story_share The minimum for Action and Result together, in percent.
 * @property {number} seconds The maximum for the answer.
 */

/**
 * @typedef {object} StarRules
 * @property {Limits} limits
 * @property {string[]} shared "We" in all its forms.
 * @property {string[]} numbers Numbers in words.
 * @property {string[]} feedback Verbs for giving feedback: "told", "thanked".
 * @property {string[]} unnamed Subjects that are nobody in particular: "they", "everyone".
 * @property {string[]} between Words between the subject and the verb: "then", "has".
 */

/** @typedef {StarRules & import("./prose.js").ProseRules} Rules */

/**
 * @typedef {object} Check
 * @property {"ok" | "warn" | "empty"} state
 * @property {Record<string, string | number>} values The values for the blanks in the words of this state.
 */

/**
 * @typedef {object} Share
 * @property {number} words
 * @property {number} start The start of the part, in percent of all words.
 * @property {number} share In percent of all words; the four add up to 100.
 */

const HAS_DIGIT = /\p{Nd}/u;

/**
 * @param {Texts} texts
 * @param {Rules} rules
 * @param {number} rate Words per minute.
 * @returns {Record<string, Check>} The results, by the name of the check.
 */
export function checkAnswer(texts, rules, rate) {
  return {
    "story-share": storyShare(texts, rules),
    "situation-sentences": situationSentences(texts, rules),
    "own-part": ownPart(texts, rules),
    "result-evidence": resultEvidence(texts, rules),
    "speaking-time": speakingTime(texts, rules, rate),
  };
}

/**
 * @param {Texts} texts
 * @param {Rules} rules
 * @returns {Record<PartName, Share>}
 */
export function sharesOf(texts, rules) {
  const counts = PARTS.map((part) => wordsOf(texts[part], rules.language).length);
  const total = sum(counts);
  // Round the end of each part instead of its share, so that the shares add up to 100.
  const ends = counts.map((_, index) => percent(sum(counts.slice(0, index + 1)), total));
  const shares = PARTS.map((part, index) => {
    const start = ends[index - 1] ?? 0;
    return [part, { words: counts[index], start, share: ends[index] - start }];
  });
  return Object.fromEntries(shares);
}

/**
 * Check that Action and Result together make up the larger part.
 *
 * @param {Texts} texts
 * @param {Rules} rules
 * @returns {Check}
 */
function storyShare(texts, rules) {
  const { action, result } = sharesOf(texts, rules);
  if (action.words === 0 || result.words === 0) return empty();
  const share = action.share + result.share;
  const limit = rules.limits.story_share;
  const sentence = longestSentence([texts.situation, texts.task], rules);
  return check(share >= limit, { share, limit, sentence });
}

/**
 * Check that Situation is short.
 *
 * @param {Texts} texts
 * @param {Rules} rules
 * @returns {Check}
 */
function situationSentences(texts, rules) {
  const sentences = sentencesOf(texts.situation, rules);
  if (sentences.length === 0) return empty();
  const limit = rules.limits.situation_sentences;
  const sentence = beginning(sentences[limit] ?? "", rules.language);
  return check(sentences.length <= limit, { count: sentences.length, limit, sentence });
}

/**
 * Check that Action says "I" at least once, and no less often than "we".
 *
 * @param {Texts} texts
 * @param {Rules} rules
 * @returns {Check}
 */
function ownPart(texts, rules) {
  const sentences = sentencesOf(texts.action, rules);
  if (sentences.length === 0) return empty();
  const own = count(texts.action, rules.own, rules);
  const shared = count(texts.action, rules.shared, rules);
  const withShared = sentences.filter((sentence) => count(sentence, rules.shared, rules) > 0);
  const withoutOwn = withShared.find((sentence) => count(sentence, rules.own, rules) === 0);
  const sentence = beginning(withoutOwn ?? withShared[0] ?? sentences[0], rules.language);
  return check(own > 0 && own >= shared, { own, shared, sentence });
}

/**
 * Check that Result has a figure, or says who gave feedback.
 *
 * @param {Texts} texts
 * @param {Rules} rules
 * @returns {Check}
 */
function resultEvidence(texts, rules) {
  const sentences = sentencesOf(texts.result, rules);
  if (sentences.length === 0) return empty();
  const evidence = sentences.find((each) => hasFigure(each, rules) || hasNamedFeedback(each, rules));
  const sentence = beginning(evidence ?? sentences.at(-1) ?? "", rules.language);
  return check(Boolean(evidence), { sentence });
}

/**
 * Check the speaking time. The sentence suggested for cutting comes from Result only if the other parts are empty.
 *
 * @param {Texts} texts
 * @param {Rules} rules
 * @param {number} rate
 * @returns {Check}
 */
function speakingTime(texts, rules, rate) {
  const words = sum(PARTS.map((part) => wordsOf(texts[part], rules.language).length));
  if (words === 0) return empty();
  const seconds = Math.round((words / rate) * 60);
  const { result, ...rest } = texts;
  const sentence = longestSentence(Object.values(rest), rules) || longestSentence([result], rules);
  const limit = rules.limits.seconds;
  return check(seconds <= limit, {
    time: minutesAndSeconds(seconds),
    limit: minutesAndSeconds(limit),
    words,
    rate,
    sentence,
  });
}

/**
 * @param {string} sentence
 * @param {Rules} rules
 * @returns {boolean}
 */
function hasFigure(sentence, rules) {
  return wordsOf(sentence, rules.language).some(
    (word) => HAS_DIGIT.test(word) || includesWord(rules.numbers, word),
  );
}

/**
 * Check that someone in particular gave feedback: the word before the verb is neither "I" nor "they".
 *
 * @param {string} sentence
 * @param {Rules} rules
 * @returns {boolean}
 */
function hasNamedFeedback(sentence, rules) {
  const words = wordsOf(sentence, rules.language).filter((word) => !includesWord(rules.between, word));
  const nobody = [...rules.own, ...rules.shared, ...rules.unnamed];
  return words.some(
    (word, index) =>
      index > 0 && includesWord(rules.feedback, word) && !includesWord(nobody, words[index - 1]),
  );
}

/**
 * @param {string} text
 * @param {string[]} list
 * @param {Rules} rules
 * @returns {number} The number of words in the text that are in the list.
 */
function count(text, list, rules) {
  return wordsOf(text, rules.language).filter((word) => includesWord(list, word)).length;
}

/**
 * @param {string[]} texts
 * @param {Rules} rules
 * @returns {string} The beginning of the sentence with the most words; "" if there is none.
 */
function longestSentence(texts, rules) {
  const length = (/** @type {string} */ sentence) => wordsOf(sentence, rules.language).length;
  const sentences = texts.flatMap((text) => sentencesOf(text, rules));
  const longest = sentences.reduce((one, other) => (length(other) > length(one) ? other : one), "");
  return beginning(longest, rules.language);
}

/**
 * @param {boolean} isGood
 * @param {Record<string, string | number>} values
 * @returns {Check}
 */
function check(isGood, values) {
  return { state: isGood ? "ok" : "warn", values };
}

/** @returns {Check} */
function empty() {
  return { state: "empty", values: {} };
}

/**
 * @param {number} part
 * @param {number} whole
 * @returns {number}
 */
function percent(part, whole) {
  return whole === 0 ? 0 : Math.round((100 * part) / whole);
}

/** @param {number[]} numbers */
function sum(numbers) {
  return numbers.reduce((one, other) => one + other, 0);
}
