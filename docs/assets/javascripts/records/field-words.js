/**
 * The fields of a worksheet in words: their labels and the choices that they offer.
 *
 * An element's data-fields holds them as JSON, by the name of the field.
 */

/** @typedef {import("./records.js").Records} Records */
/** @typedef {Record<string, {label: string, choices: Record<string, string>}>} FieldWords */

/**
 * @param {HTMLElement} element
 * @returns {FieldWords}
 */
export function fieldWords(element) {
  return JSON.parse(element.dataset.fields ?? "{}");
}

/**
 * @param {FieldWords} words
 * @param {string} field
 * @param {string} value
 * @returns {string} The labels of the choices made, or the text that was typed.
 */
export function valueWords(words, field, value) {
  const choices = words[field]?.choices ?? {};
  const chosen = value.split(" ");
  const isChoice = chosen.every((each) => Object.hasOwn(choices, each));
  return isChoice ? chosen.map((each) => choices[each]).join(", ") : value;
}

/**
 * @param {FieldWords} words
 * @param {Pick<Records, "read">} records
 * @param {string} record
 * @returns {{label: string, value: string}[]} The filled-in fields of a record, in the order of the worksheet.
 */
export function writtenFields(words, records, record) {
  return Object.entries(words)
    .map(([field, { label }]) => ({ label, value: valueWords(words, field, records.read(record, field)) }))
    .filter(({ value }) => value.trim() !== "");
}

/** @type {Map<string, {words: FieldWords, title: string} | null>} The words on the page for each kind of record. */
const kinds = new Map();

/**
 * @param {string} kind
 * @returns {{words: FieldWords, title: string} | null} Null if it is not a kind of record.
 */
function wordsOfKind(kind) {
  if (!kinds.has(kind)) {
    const name = CSS.escape(kind);
    const sheet = document.querySelector(`[data-records="${name}"], [data-part="${name}"]`);
    const title = sheet?.querySelector("[data-title]")?.textContent ?? "";
    kinds.set(kind, sheet instanceof HTMLElement ? { words: fieldWords(sheet), title } : null);
  }
  return kinds.get(kind) ?? null;
}

/**
 * Return the words for an entry of a record in a list of everything that is saved.
 *
 * @param {string} id Such as "debrief-row--NAME--question".
 * @returns {{item: string, words: (value: string) => string} | null} Null if it does not belong to a record. `item` is
 *   empty for entries that only the worksheet itself needs, such as the place in a list.
 */
export function recordWords(id) {
  const [kind, , field] = id.split("--");
  const known = field && wordsOfKind(kind);
  if (!known) return null;
  const { words, title } = known;
  const label = words[field]?.label;
  const unlabeled = Object.keys(words).length > 0 ? "" : title;
  return {
    item: label ? `${title}: ${label}` : unlabeled,
    words: (value) => valueWords(words, field, value),
  };
}
