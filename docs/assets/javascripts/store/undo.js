/**
 * Undo for actions that replace many answers at once: starting over, loading a copy, removing.
 *
 * It is kept for this tab, and survives a reload. Browsers restore it with a reopened tab, so it expires after half an
 * hour, and with the visit: deleting everything ends all of them.
 */

import { isEntry } from "./entries.js";
import { base } from "./site.js";
import { inSlices } from "./slices.js";
import { keysIn } from "./storage-switch.js";
import { session, store } from "./store.js";

/** @typedef {import("./entries.js").Entry} Entry */

/**
 * @typedef {object} UndoState The state that an action changed; null where there was nothing.
 * @property {string} visit The only visit in which it may be undone; "" if none can be marked, or if it lasts only as
 *   long as the page.
 * @property {number} until The last moment at which it may be undone, in milliseconds since 1970.
 * @property {[id: string, entry: Entry | null][]} entries
 * @property {[name: string, saved: string | null][]} leftovers
 */

/** In milliseconds. The privacy page states it too. */
const LIFETIME = 30 * 60 * 1000;
const PREFIX = `second-impression:${base}:undo:`;
/**
 * @type {Map<string, string>} For browsers whose storage is blocked or full, and for undos that must not outlive
 *   the page.
 */
const memory = new Map();
/**
 * @type {Map<string, {kept: string, before: UndoState | null}>} The parsed state of each action, with the text that it
 *   was parsed from.
 */
const parsed = new Map();

/**
 * Do something that can be undone.
 *
 * @param {string} action Its name, such as "reset:rejection-audit".
 * @param {Iterable<string>} ids The answers that it is going to change.
 * @param {() => void} change
 */
export function withUndo(action, ids, change) {
  const allowUndo = prepareUndo(action, ids);
  store.batch(change);
  allowUndo();
}

/**
 * Record the state before a change that takes a while.
 *
 * @param {string} action
 * @param {Iterable<string>} ids The answers that it is going to change.
 * @param {object} options
 * @param {boolean} [options.inPageOnly] Whether it must not outlive the page.
 * @returns {() => void} Call it after the change: from then on the change can be undone.
 */
export function prepareUndo(action, ids, { inPageOnly = false } = {}) {
  /** @type {UndoState["entries"]} */
  const entries = Array.from(ids, (id) => [id, store.entry(id)]);
  const before = store.leftovers();
  return () => {
    const after = store.leftovers();
    /** @type {UndoState["leftovers"]} */
    const leftovers = [...new Set([...before.keys(), ...after.keys()])]
      .filter((name) => before.get(name) !== after.get(name))
      .map((name) => [name, before.get(name) ?? null]);
    const until = Date.now() + LIFETIME;
    const visit = inPageOnly ? "" : store.beginVisit();
    saveUndo(action, { visit, until, entries, leftovers }, inPageOnly);
  };
}

/**
 * @param {string} action
 * @returns {boolean}
 */
export function canUndo(action) {
  return readUndo(action) !== null;
}

/**
 * Restore everything that the action changed. If there is no room for all of it, it can be tried again. A few answers
 * are restored at once, many in slices.
 *
 * @param {string} action
 * @param {(done: number, total: number) => void} [onPause] Called with the number of answers restored so far.
 */
export async function undo(action, onPause) {
  const before = readUndo(action);
  if (!before) return;
  await store.batch(async () => {
    const hasRoom = restoreLeftovers(before.leftovers);
    await inSlices(before.entries, restore, onPause);
    if (hasRoom && !store.isFull) forgetUndo(action);
  });
}

/** @param {string} action */
export function forgetUndo(action) {
  memory.delete(action);
  parsed.delete(action);
  session?.removeItem(PREFIX + action);
}

/** Forget every undo, even those of tabs that may be reopened. */
export function forgetAllUndo() {
  store.endVisit();
  for (const action of [...memory.keys(), ...savedActions()]) forgetUndo(action);
}

/**
 * @param {[name: string, saved: string | null][]} leftovers
 * @returns {boolean} Whether there was room for all of them.
 */
function restoreLeftovers(leftovers) {
  let hasRoom = true;
  for (const [name, saved] of leftovers) {
    if (saved === null) store.removeLeftovers([name]);
    else hasRoom = store.putLeftovers([[name, saved]]) && hasRoom;
  }
  return hasRoom;
}

/** @param {[id: string, entry: Entry | null][]} entries */
function restore(entries) {
  for (const [id, entry] of entries) {
    if (!entry) store.remove([id]);
    else if (store.entry(id)) store.write(id, entry.value);
    else store.merge([[id, entry]]);
  }
}

/**
 * @param {string} action
 * @param {UndoState} before
 * @param {boolean} inPageOnly
 */
function saveUndo(action, before, inPageOnly) {
  const kept = JSON.stringify(before);
  forgetUndo(action);
  parsed.set(action, { kept, before });
  try {
    if (session && !inPageOnly) return session.setItem(PREFIX + action, kept);
  } catch {
    // No room.
  }
  memory.set(action, kept);
}

/**
 * @param {string} action
 * @returns {UndoState | null} Null if there is nothing to undo, it has expired, or it can't be read.
 */
function readUndo(action) {
  const kept = session?.getItem(PREFIX + action) ?? memory.get(action);
  if (!kept) return null;
  if (parsed.get(action)?.kept !== kept) parsed.set(action, { kept, before: parse(kept) });
  const before = parsed.get(action)?.before ?? null;
  return before && before.until >= Date.now() && ["", store.visit].includes(before.visit) ? before : null;
}

/**
 * @param {string} kept
 * @returns {UndoState | null}
 */
function parse(kept) {
  try {
    const { visit, until, entries, leftovers } = JSON.parse(kept);
    const isValid = entries.every(isPairWith(isEntry)) && leftovers.every(isPairWith(isText));
    return isValid && isText(visit) && Number.isSafeInteger(until)
      ? { visit, until, entries, leftovers }
      : null;
  } catch {
    return null;
  }
}

/**
 * @param {(value: unknown) => boolean} isValid
 * @returns {(pair: unknown) => boolean} Whether it is a pair of a name and such a value or null.
 */
function isPairWith(isValid) {
  return (pair) => Array.isArray(pair) && isText(pair[0]) && (pair[1] === null || isValid(pair[1]));
}

/**
 * @param {unknown} value
 * @returns {boolean}
 */
function isText(value) {
  return typeof value === "string";
}

function savedActions() {
  return keysIn(session, PREFIX).map((name) => name.slice(PREFIX.length));
}

/** Delete every undo that has expired: it holds answers that must not stay. */
function forgetExpired() {
  for (const action of savedActions()) if (!canUndo(action)) forgetUndo(action);
}

forgetExpired();
store.onEnd(forgetAllUndo);
