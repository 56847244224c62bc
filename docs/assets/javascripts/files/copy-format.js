/**
 * Reads and checks a copy, and changes nothing. It does not depend on the store, so a page can fetch it only when
 * someone has a copy.
 */

import { isEntry, newest } from "../store/entries.js";

/** @typedef {import("../store/entries.js").Entry} Entry */
/** @typedef {"too-large" | "not-a-copy" | "newer" | "damaged" | "old-browser"} Reason */

/**
 * @typedef {object} Copy
 * @property {Map<string, Entry>} entries
 * @property {[name: string, saved: string][]} aside Entries that could not be read where the copy was made.
 */

export const FORMAT = "second-impression-export";
export const VERSION = 1;
/**
 * In bytes. Browsers give a site about five million characters of localStorage, and JSON writes some characters as six
 * bytes, such as "\u0000".
 */
export const LARGEST_COPY = 32_000_000;
/** In milliseconds. A clock may be a day ahead; a timestamp beyond that would win over every later answer. */
const DAY = 86_400_000;

/** A copy that cannot be loaded; `reason` selects the message. */
export class CopyError extends Error {
  /** @param {Reason} reason */
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

/**
 * @param {File} file
 * @returns {Promise<string>}
 * @throws {CopyError} If it is larger than any copy.
 */
export async function readFile(file) {
  if (file.size > LARGEST_COPY) throw new CopyError("too-large");
  return file.text();
}

/**
 * @param {string} text At most `LARGEST_COPY` long; the caller checks.
 * @param {(saved: [string, Entry]) => [string, Entry]} rename Returns an entry with its current id and value: an older
 *   copy may use earlier ones.
 * @returns {Copy}
 * @throws {CopyError} If this site cannot load it. Nothing has changed then.
 */
export function readCopy(text, rename) {
  const copy = parse(text);
  if (copy?.format !== FORMAT || !isVersion(copy.version)) throw new CopyError("not-a-copy");
  if (copy.version > VERSION) throw new CopyError("newer");
  const { saved, entries, aside = [] } = copy;
  if (typeof saved !== "string") throw new CopyError("damaged");
  if (!Array.isArray(entries) || !entries.every(isCopiedEntry)) throw new CopyError("damaged");
  if (!Array.isArray(aside) || !aside.every(isSetAside)) throw new CopyError("damaged");
  return {
    entries: latestOfEach(entries, rename),
    aside: aside.map(({ name, saved }) => [name, saved]),
  };
}

/**
 * @param {string} text
 * @returns {Record<string, any> | null}
 */
function parse(text) {
  try {
    const value = JSON.parse(text);
    return typeof value === "object" ? value : null;
  } catch {
    return null;
  }
}

/**
 * @param {unknown} version
 * @returns {boolean}
 */
function isVersion(version) {
  return Number.isInteger(version) && Number(version) > 0;
}

/**
 * @param {any} entry
 * @returns {entry is {id: string} & Entry}
 */
function isCopiedEntry(entry) {
  return isEntry(entry) && typeof (/** @type {any} */ (entry).id) === "string";
}

/**
 * @param {any} entry
 * @returns {entry is {name: string, saved: string}}
 */
function isSetAside(entry) {
  return typeof entry?.name === "string" && typeof entry.saved === "string";
}

/**
 * @param {({id: string} & Entry)[]} entries
 * @param {(saved: [string, Entry]) => [string, Entry]} rename
 * @returns {Map<string, Entry>}
 */
function latestOfEach(entries, rename) {
  const latestMoment = Date.now() + DAY;
  /** @type {Map<string, Entry>} */
  const latest = new Map();
  for (const { id: written, value, at } of entries) {
    const [id, entry] = rename([written, { value, at: Math.min(at, latestMoment) }]);
    latest.set(id, newest(entry, latest.get(id)) ?? entry);
  }
  return latest;
}
