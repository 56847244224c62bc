/**
 * The format of what is saved: one entry for each answer, under a key of its own.
 *
 *     second-impression:/repo/:2:rejection-audit--company-news  →  {"value":"yes","at":1795305600000}
 *
 * The key carries our name, the site's base path, the version of the format and the answer's id.
 */

/**
 * @typedef {object} Entry
 * @property {string} value What was answered: "" for nothing, "ticked", "yes", "no", "unsure", or a text.
 * @property {number} at When, in milliseconds since 1970; later than the entry that it replaced.
 */

export const VERSION = 2;
/** No text that a person types comes near it, in characters of Unicode, as JSON Schema counts them. */
export const LONGEST_VALUE = 100_000;
/** The last moment that a date can hold, in milliseconds since 1970. */
export const END_OF_TIME = 8.64e15;

/**
 * How an entry of each older version becomes one of the next: its id and entry, or null when it is
 * no answer and is set aside.
 *
 * @type {Record<number, (id: string, entry: Entry) => [string, Entry] | null>}
 */
export const migrations = {
  // Version 1 kept what "Start over" had cleared among the answers, under ids that begin with "undo:".
  1: (id, entry) => (id.startsWith("undo:") ? null : [id, entry]),
};

/**
 * @param {unknown} value
 * @returns {value is Entry}
 */
export function isEntry(value) {
  if (typeof value !== "object" || value === null) return false;
  const { value: text, at } = /** @type {Record<string, unknown>} */ (value);
  return typeof text === "string" && isShort(text) && isMoment(at);
}

/** @param {string} text */
export function isShort(text) {
  return text.length <= LONGEST_VALUE || Array.from(text).length <= LONGEST_VALUE;
}

/**
 * @param {string} saved
 * @returns {Entry | null} Null when it is not an entry.
 */
export function parseEntry(saved) {
  try {
    const entry = JSON.parse(saved);
    return isEntry(entry) ? { value: entry.value, at: entry.at } : null;
  } catch {
    return null;
  }
}

/**
 * The later of two entries; of two at the same moment the one whose value sorts last, so that
 * every tab and every device chooses the same.
 *
 * @param {Entry | null | undefined} one
 * @param {Entry | null | undefined} other
 * @returns {Entry | null}
 */
export function newest(one, other) {
  if (!one || !other) return one ?? other ?? null;
  if (one.at !== other.at) return one.at > other.at ? one : other;
  return one.value >= other.value ? one : other;
}

/**
 * @param {unknown} at
 * @returns {at is number}
 */
function isMoment(at) {
  return Number.isSafeInteger(at) && Number(at) >= 0 && Number(at) <= END_OF_TIME;
}
