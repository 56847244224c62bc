/**
 * The checks of a note. Each looks at the note, the reader's answers in the steps and the words of the page, and
 * returns a result. None has side effects.
 */

import { daysSince } from "./dates.js";
import { relativeDay } from "./note-text.js";
import { wordsOf } from "./prose.js";

/** @typedef {"ok" | "warn" | "empty"} State */

/**
 * @typedef {object} Result
 * @property {State} state
 * @property {string} reason Selects the sentence of the check that says why.
 * @property {Record<string, string | number>} values The values for the blanks of the sentence.
 */

/**
 * @typedef {object} Context
 * @property {string} subject
 * @property {string} recipient
 * @property {string} others Other names, which may resemble the recipient's.
 * @property {boolean} apology Whether the case calls for one.
 * @property {boolean} names_mistake Whether the case has to name the slip.
 * @property {string | null} timing When to send it, for a case in which that does not depend on the interview.
 * @property {string} answers Everything that the reader wrote in the steps.
 * @property {string} templates All text that the page itself may put into a note.
 * @property {string} day The day of the interview.
 * @property {string} today
 * @property {string} confidential Not empty once the reader has ticked that nothing private is in it.
 */

/** @typedef {import("./note-text.js").Settings} NoteSettings */
/** @typedef {Pick<NoteSettings, "days" | "locale"> & Record<string, any>} Settings Also `checks` and `language`. */
/** @typedef {(text: string, context: Context, settings: Settings) => Result} Check */

const WORD = /\d+(?:[.,]\d+)*|[\p{L}\p{M}\p{N}]+(?:'\p{L}+)*/gu;
const NAME_PART = /[\p{L}\p{M}]+(?:['-][\p{L}\p{M}]+)*/gu;
const BLANK = /\[[^\]\n]*\]|_{3,}|\{\w*\}/g;
/** In letters. A word that differs by one letter from a name of at least this length may be a misspelling of it. */
const LONG_ENOUGH = 4;

/** @type {Record<string, Check>} */
export const checks = {
  length(text, _context, { checks, locale }) {
    const count = wordsOf(text, locale).length;
    const values = { count, most: checks.length.most_words };
    if (count === 0) return { state: "empty", reason: "empty", values };
    return count > values.most ? result("warn", "warn", values) : result("ok", "ok", values);
  },

  "one-point"(text, _context, settings) {
    if (!text.trim()) return result("empty");
    const items = text.match(/^\s*(?:[-*•–]|\d+[.)])\s+.*$/gm) ?? [];
    const found = phrasesIn(text, settings.checks["one-point"].words, settings);
    if (items.length > 1) found.push(...items.map((item) => item.trim()));
    return found.length ? warning(found) : result("ok");
  },

  apology(text, { apology }, settings) {
    if (!text.trim()) return result("empty");
    const { words } = settings.checks.apology;
    const found = phrasesIn(text, words, settings);
    if (!apology) return found.length ? warning(found) : result("ok");
    const sentences = text.split(/[.!?]\s+|\n{2,}/).filter((each) => phrasesIn(each, words, settings).length);
    if (sentences.length > 1) return warning(sentences.slice(1), "several");
    return found.length ? result("ok", "due") : result("warn", "missing");
  },

  mistake(text, { names_mistake }, settings) {
    if (!text.trim()) return result("empty");
    if (names_mistake) return result("ok", "due");
    const found = phrasesIn(text, settings.checks.mistake.words, settings);
    return found.length ? warning(found) : result("ok");
  },

  blanks(text, { subject }) {
    if (!text.trim()) return result("empty");
    const found = `${subject}\n${text}`.match(BLANK) ?? [];
    return found.length ? warning(found) : result("ok");
  },

  name(text, { recipient, others, templates }, { checks }) {
    const { titles, everyday } = checks.name;
    const name = namePartsOf(recipient).filter((part) => !titles.includes(part.toLowerCase()));
    if (!text.trim() || name.length === 0) return result("empty");
    const known = [...everyday, ...namePartsOf(templates), ...namePartsOf(others), ...name];
    const words = namePartsOf(text).filter((word) => !known.includes(word));
    const found = words.filter((word) => name.some((part) => isMisspelled(word, part)));
    if (found.length) return warning(found);
    const isThere = namePartsOf(text).some((word) => name.includes(word));
    return isThere ? result("ok") : warning([recipient.trim()], "missing");
  },

  claims(text, { subject, answers, templates }, settings) {
    if (!text.trim()) return result("empty");
    const known = claimsIn(`${answers}\n${templates}`, settings);
    const found = claimsIn(`${subject}\n${text}`, settings).filter((claim) => !known.includes(claim));
    return found.length ? warning(found) : result("ok");
  },

  confidential(text, { confidential }, settings) {
    if (confidential) return result("ok");
    const found = phrasesIn(text, settings.checks.confidential.words, settings);
    return found.length ? warning(found) : result("empty");
  },

  time(text, { day, today, timing }, settings) {
    const { checks } = settings;
    const ago = daysSince(day, today);
    if (ago < 0) return result("warn", "future");
    const stale = staleDays(text, ago, settings);
    if (stale.length)
      return result("warn", "stale", { found: stale[0], day: relativeDay(settings, day, today) });
    if (timing) return result("ok", "timing", { timing });
    if (Number.isNaN(ago)) return result("empty");
    if (ago <= checks.time.one_day) return result("ok");
    return ago <= checks.time.still_fine ? result("ok", "later") : result("warn");
  },
};

/**
 * @param {State} state
 * @param {string} reason
 * @param {Record<string, string | number>} values
 * @returns {Result}
 */
function result(state, reason = state, values = {}) {
  return { state, reason, values };
}

/**
 * @param {string[]} found The passages that the reader should look at again.
 * @param {string} reason
 * @returns {Result}
 */
function warning(found, reason = "warn") {
  return result("warn", reason, { found: [...new Set(found)].join(", ") });
}

/**
 * @param {string} text
 * @param {string[]} phrases
 * @param {Settings} settings
 * @returns {string[]} The phrases found in the text, regardless of quotes, contractions and capitals.
 */
function phrasesIn(text, phrases, settings) {
  const all = ` ${normalizedWords(text, settings).join(" ")} `;
  return phrases.filter((phrase) => all.includes(` ${normalizedWords(phrase, settings).join(" ")} `));
}

/**
 * @param {string} text
 * @param {number} ago How many days ago the interview was; NaN if unknown.
 * @param {Settings} settings
 * @returns {string[]} The words in the text, such as "today", that are wrong by now.
 */
function staleDays(text, ago, settings) {
  if (Number.isNaN(ago)) return [];
  const { today, yesterday } = settings.days;
  const stale = [today, yesterday].filter((_, index) => index !== ago);
  return phrasesIn(text, stale, settings);
}

/**
 * @param {string} text
 * @param {Settings} settings
 * @returns {string[]} Its numbers as digits, and its strong claims.
 */
function claimsIn(text, settings) {
  const words = normalizedWords(text, settings);
  const numbers = words.filter((word) => /^\d/.test(word) && word !== "1");
  const { large } = settings.language;
  const round = words.filter((word) => large.includes(word.replace(/s$/, "")));
  return [...numbers, ...round, ...phrasesIn(text, settings.checks.claims.words, settings)];
}

/**
 * @param {string} text
 * @param {Settings} settings
 * @returns {string[]} Its words in lower case, with contractions expanded and numbers as digits.
 */
function normalizedWords(text, { language }) {
  const words = normalized(text).toLowerCase().match(WORD) ?? [];
  const written = words.flatMap((word) => expandContraction(word, language.contractions));
  return numbersAsDigits(
    written.map((word) => word.replace(/[.,](?=\d{3}(?!\d))/g, "")),
    language,
  );
}

/**
 * @param {string} word
 * @param {{short: string, long: string}[]} contractions
 * @returns {string[]} "didn't" becomes "did", "not".
 */
function expandContraction(word, contractions) {
  const found = contractions.find(({ short }) => word.endsWith(short));
  if (!found) return [word];
  return `${word.slice(0, -found.short.length)} ${found.long}`.trim().split(" ");
}

/**
 * @param {string[]} words
 * @param {{units: string[], tens: string[]}} language
 * @returns {string[]} "twenty", "five" becomes "25".
 */
function numbersAsDigits(words, { units, tens }) {
  return words.flatMap((word, index) => {
    const unit = units.indexOf(word);
    const hasTens = unit > 0 && unit < 10 && tens.includes(words[index - 1]);
    if (hasTens) return [];
    if (unit >= 0) return [String(unit)];
    if (!tens.includes(word)) return [word];
    const next = units.indexOf(words[index + 1]);
    return [String((tens.indexOf(word) + 2) * 10 + (next > 0 && next < 10 ? next : 0))];
  });
}

/**
 * @param {string} text
 * @returns {string[]} Its words in their own case, without a possessive 's.
 */
function namePartsOf(text) {
  return (normalized(text).match(NAME_PART) ?? []).map((word) => word.replace(/'s$/i, ""));
}

/**
 * @param {string} word
 * @param {string} part
 * @returns {boolean} Whether a word is a part of a name except for a letter, an accent or a capital.
 */
function isMisspelled(word, part) {
  if (baseLetters(word) === baseLetters(part)) return true;
  if (part.length < LONG_ENOUGH || word[0] === word[0].toLowerCase()) return false;
  return isOneLetterApart(baseLetters(word), baseLetters(part));
}

/** @param {string} word */
function baseLetters(word) {
  return word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/**
 * @param {string} one
 * @param {string} other
 * @returns {boolean} Whether one letter is added, missing, replaced, or swapped with the next.
 */
function isOneLetterApart(one, other) {
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  const [rest, restOfOther] = [one.slice(start), other.slice(start)];
  return (
    rest.slice(1) === restOfOther.slice(1) ||
    rest.slice(1) === restOfOther ||
    rest === restOfOther.slice(1) ||
    (rest.slice(2) === restOfOther.slice(2) && rest[0] === restOfOther[1] && rest[1] === restOfOther[0])
  );
}

/**
 * @param {string} text
 * @returns {string} With straight apostrophes, and each accented letter as one character.
 */
function normalized(text) {
  return text.normalize("NFC").replace(/[‘’ʼ]/g, "'");
}
