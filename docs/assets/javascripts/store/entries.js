/**
 * The format of saved answers: one entry per answer, each under its own key.
 *
 *     second-impression:/repo/:2:rejection-audit--company-news  →  {"value":"yes","at":1795305600000}
 *
 * The key consists of our name, the site's base path, the version of the format and the answer's id.
 */

/**
 * @typedef {object} Entry
 * @property {string} value The answer: "" for none, "ticked", "yes", "no", "unsure", or a text.
 * @property {number} at The time, in milliseconds since 1970; later than that of the entry it replaced.
 */

export const VERSION = 2;
/** In Unicode characters, as JSON Schema counts them. No text that a person types comes near it. */
export const LONGEST_VALUE = 100_000;
/** The last moment that a Date can represent, in milliseconds since 1970. */
export const END_OF_TIME = 8.64e15;

/**
 * Turn an entry of each older version into one of the next: its id and entry, or null if it is not an answer and is to
 * be set aside.
 *
 * @type {Record<number, (id: string, entry: Entry) => [string, Entry] | null>}
 */
export const migrations = {
  // Version 1 kept the answers that "Start over" had cleared among the others, under ids that begin with "undo:".
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
 * @returns {Entry | null} Null if it is not an entry.
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
 * Return the later of two entries; if their times are equal, the one whose value sorts last, so that every tab and
 * device chooses the same one.
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
