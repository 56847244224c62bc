/** Opens a copy and says what loading it would change. Fetched only when a reader has a copy. */

import { required } from "#page/elements.js";
import { recordWords } from "#records/field-words.js";
import { answerExcerpt, fill } from "#text/words.js";

export { CopyError, readCopy, readFile } from "#files/copy-format.js";
export { readLink } from "#files/transfer.js";

/** @typedef {import("#files/copies.js").Change} Change */

/** How many changes are listed one by one: nobody reads more, and a browser draws this many at once. */
const MOST_LISTED = 100;
/** What a record of each kind counts as: keys of ui.copies.preview in the content. */
const NOUNS = {
  debrief: "interviews",
  "debrief-row": "questions",
  "star-answer": "answers",
  "follow-up-note": "notes",
};
/** The field that every existing record has. */
const ORDER = "order";

/**
 * Show what a copy would change, in a sentence and one by one.
 *
 * @param {HTMLElement} preview
 * @param {Change[]} changes
 */
export function showChanges(preview, changes) {
  const listed = changes.filter(({ id }) => recordWords(id)?.item !== "");
  const summary = required(preview, "[data-summary]", HTMLElement);
  summary.textContent =
    listed.length > 0 ? summaryOf(summary, changes, listed) : (summary.dataset.none ?? "");
  required(preview, "details", HTMLElement).hidden = listed.length === 0;
  const list = required(preview, "[data-changes]", HTMLElement);
  list.replaceChildren(...listed.slice(0, MOST_LISTED).map((change) => changeLine(list, change)));
  const more = required(preview, "[data-more]", HTMLElement);
  more.hidden = listed.length <= MOST_LISTED;
  more.textContent = fill(more.dataset.words, { count: listed.length - MOST_LISTED });
}

/**
 * @param {HTMLElement} summary
 * @param {Change[]} changes
 * @param {Change[]} listed Those that a reader would call a change.
 */
function summaryOf(summary, changes, listed) {
  const words = JSON.parse(summary.dataset.words ?? "");
  const counts = countAdded(changes.filter(({ before, after }) => !before?.value && after.value));
  const added = [...counts].map(([noun, count]) => fill(words[noun], { count }));
  const what = new Intl.ListFormat(document.documentElement.lang).format(added);
  const overwritten = listed.filter(({ before }) => before?.value).length;
  return [
    added.length > 0 ? fill(words.adds, { what }) : "",
    overwritten > 0 ? fill(words.overwrites, { count: overwritten }) : words.overwrites_nothing,
  ].join(" ");
}

/**
 * A new record counts once, with everything in it.
 *
 * @param {Change[]} added
 * @returns {Map<string, number>} The number of additions, by noun.
 */
function countAdded(added) {
  const isNew = new Set(added.map(({ id }) => id).filter(isRecord));
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { id } of added) {
    const noun = nounOf(id, isNew);
    if (noun) counts.set(noun, (counts.get(noun) ?? 0) + 1);
  }
  return counts;
}

/**
 * @param {string} id
 * @param {Set<string>} isNew
 * @returns {string} "" for what is not counted.
 */
function nounOf(id, isNew) {
  const [kind, record] = id.split("--");
  const known = recordWords(id);
  if (!known) return document.querySelector(`[data-entry="${CSS.escape(id)}"]`) ? "ticks" : "others";
  if (isNew.has(id)) return NOUNS[/** @type {keyof typeof NOUNS} */ (kind)] ?? "sheets";
  if (isNew.has(`${kind}--${record}--${ORDER}`)) return "";
  return known.item ? "fields" : "";
}

/** @param {string} id */
function isRecord(id) {
  return id.endsWith(`--${ORDER}`) && recordWords(id) !== null;
}

/**
 * @param {HTMLElement} list
 * @param {Change} change
 */
function changeLine(list, { id, before, after }) {
  const line = document.createElement("li");
  const item = document.querySelector(`[data-entry="${CSS.escape(id)}"] [data-text]`)?.textContent?.trim();
  const record = recordWords(id);
  const inWords = record?.words ?? ((/** @type {string} */ value) => value);
  const { words, unknown } = list.dataset;
  line.textContent = fill(words, {
    item: item ?? record?.item ?? fill(unknown, { id }),
    before: answerExcerpt(list, inWords(before?.value ?? "")),
    after: answerExcerpt(list, inWords(after.value)),
  });
  return line;
}
