/**
 * Finds answers in the index that tools/search_index.py writes.
 */

import MiniSearch from "minisearch";
import { stem, wordsOf } from "./english.js";

/**
 * @typedef {{ title?: string, also?: string, text?: string }} Texts
 * @typedef {Texts & { id: string }} Part
 * @typedef {Texts & { address: string, kind: string, parts: Part[] }} PageEntry
 * @typedef {{ kinds: Record<string, string>, ways: string[], pages: PageEntry[] }} Index
 */

/**
 * A page, or a part of one.
 *
 * @typedef {object} Entry
 * @property {string} address Relative to the site.
 * @property {string} title
 * @property {string} where The page that it is part of, or the kind of page.
 * @property {string} page The title of the page, if it says what its parts are about.
 * @property {string} also Words that readers use.
 * @property {string} text
 * @property {string} kind
 */

/** @typedef {{ address: string, terms: string[] }} Phrase A title of an entry, or what readers may call it. */

/** @typedef {Entry & { terms: Set<string>, score: number }} Found With the terms that matched. */

/** How much a word counts in each field: more where it is the subject than where it is mentioned. */
const FIELD_BOOST = { title: 4, also: 4, page: 0.7, text: 1 };

/** The defaults, except that length counts for little: an answer is no worse if its page says more. */
const BM25 = { k: 1.2, b: 0.2, d: 0.5 };

/** Readers search for what happened to them; other kinds rank below it. */
/** @type {Record<string, number>} */
const KIND_BOOST = { region: 0.8, hiring: 0.5, source: 0.3, about: 0.4 };

/** In letters: a short word is taken as typed; a long one may be misspelled. */
const SHORT = 3;
const LONG = 5;

/** How much more an entry counts if the query contains its whole title, or whole phrases of readers. */
const PHRASE_BOOST = 1;

/** A long page leaves room for others in the results; each question is an answer of its own. */
const MOST_PER_PAGE = 2;

export class Finder {
  /** @param {Index} index */
  constructor(index) {
    this.entries = index.pages.flatMap((page) => entriesOf(page, index.kinds));
    this.counts = countsOf(this.entries);
    /** @type {MiniSearch<Entry>} */
    this.search = new MiniSearch({
      idField: "address",
      fields: Object.keys(FIELD_BOOST),
      tokenize: (text) => wordsOf(text).map((word) => word.text),
      processTerm: stem,
    });
    this.search.addAll(this.entries);
    this.byAddress = new Map(this.entries.map((entry) => [entry.address, entry]));
    this.phrases = byFirstTerm(this.entries.flatMap(phrasesOf));
    /** The ways in, for readers who have not found an answer. */
    this.ways = index.ways.flatMap((address) => this.byAddress.get(address) ?? []);
  }

  /**
   * The engine weighs each field separately, and "myself" is rare in titles.
   *
   * @param {string} term
   * @returns {number} The greater, the fewer entries contain it anywhere.
   */
  #rarity(term) {
    return Math.log(1 + this.entries.length / (this.counts.get(term) ?? 1));
  }

  /**
   * @param {string} term
   * @returns {boolean} Whether it may be the beginning of a longer word, as "too" is not of "tool".
   */
  #mayBeUnfinished(term) {
    return term.length > SHORT || (term.length === SHORT && !this.counts.has(term));
  }

  /**
   * "Let go" and "let my friend down" share a word, but mean different things.
   *
   * @param {Set<string>} typed
   * @returns {Map<string, Set<string>>} By the address of an entry: the words of its title and its phrases that
   *   were typed as a whole, in any order.
   */
  #wholePhrases(typed) {
    /** @type {Map<string, Set<string>>} */
    const matched = new Map();
    for (const { address, terms } of Array.from(typed).flatMap((term) => this.phrases.get(term) ?? [])) {
      if (terms.every((term) => typed.has(term))) {
        matched.set(address, new Set([...(matched.get(address) ?? []), ...terms]));
      }
    }
    return matched;
  }

  /** @param {Set<string>} terms */
  #weight(terms) {
    return Array.from(terms, (term) => this.#rarity(term)).reduce((sum, each) => sum + each, 0);
  }

  /**
   * @param {string} query
   * @returns {Found[]} The best first.
   */
  find(query) {
    const results = this.search.search(query, {
      boost: FIELD_BOOST,
      bm25: BM25,
      boostTerm: (term) => this.#rarity(term),
      boostDocument: (address) => KIND_BOOST[this.byAddress.get(address)?.kind ?? ""] ?? 1,
      processTerm: stem,
      prefix: (term, place, terms) => place === terms.length - 1 && this.#mayBeUnfinished(term),
      fuzzy: (term) => term.length >= LONG && !this.counts.has(term) && 0.2,
    });
    const typed = new Set(termsOf(query));
    const matched = this.#wholePhrases(typed);
    const share = (/** @type {string} */ address) =>
      this.#weight(matched.get(address) ?? new Set()) / this.#weight(typed);
    return results
      .map(({ id, terms, score }) => ({
        .../** @type {Entry} */ (this.byAddress.get(id)),
        terms: new Set(terms),
        score: score * (1 + PHRASE_BOOST * share(id)),
      }))
      .sort((one, other) => other.score - one.score)
      .filter(limitPerPage());
  }
}

/**
 * @param {string} text
 * @returns {string[]} The stems of its words, without stop words.
 */
function termsOf(text) {
  return wordsOf(text)
    .map((word) => stem(word.text))
    .filter(Boolean);
}

/**
 * @param {Entry} entry
 * @returns {Phrase[]} Its title and the phrases of readers.
 */
function phrasesOf({ address, title, also }) {
  return [title, ...also.split(",")].map((phrase) => ({ address, terms: termsOf(phrase) }));
}

/**
 * @param {Phrase[]} phrases
 * @returns {Map<string, Phrase[]>} By their first term; phrases of stop words alone are left out.
 */
function byFirstTerm(phrases) {
  /** @type {Map<string, Phrase[]>} */
  const found = new Map();
  for (const phrase of phrases) {
    const [first] = phrase.terms;
    if (first) found.set(first, [...(found.get(first) ?? []), phrase]);
  }
  return found;
}

/**
 * @param {Entry[]} entries
 * @returns {Map<string, number>} How many of them contain each term, anywhere.
 */
function countsOf(entries) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { title, also, text } of entries) {
    for (const term of new Set(termsOf(`${title} ${also} ${text}`)))
      counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return counts;
}

/** @returns {(found: Found) => boolean} Whether it is one of the first parts of its page. */
function limitPerPage() {
  /** @type {Map<string, number>} */
  const parts = new Map();
  return ({ address, kind }) => {
    const page = address.replace(/#.*/, "");
    const count = (parts.get(page) ?? 0) + 1;
    parts.set(page, count);
    return kind === "question" || count <= MOST_PER_PAGE;
  };
}

/**
 * @param {PageEntry} page
 * @param {Record<string, string>} kinds
 * @returns {Entry[]}
 */
function entriesOf({ address, kind, title = "", also = "", text = "", parts }, kinds) {
  const whole = { address, title, where: kinds[kind], page: "", also, text, kind };
  return [
    whole,
    ...parts.map((part) => ({
      address: `${address}#${part.id}`,
      title: part.title ?? title,
      where: title,
      page: kind === "question" ? "" : title,
      also: part.also ?? "",
      text: part.text ?? "",
      kind,
    })),
  ];
}
