/**
 * The way back from actions that replace many answers at once: starting over, loading a copy, removing.
 *
 * It is kept for this tab, and survives a reload. Browsers restore it with a reopened tab, so it expires after half an
 * hour, and with the visit: deleting everything ends all of them.
 */

import { isEntry } from "./entries.js";
import { namesIn } from "./place.js";
import { base } from "./site.js";
import { inSlices } from "./slices.js";
import { session, store } from "./store.js";

/** @typedef {import("./entries.js").Entry} Entry */

/**
 * @typedef {object} Before The state that an action changed; null where there was nothing.
 * @property {string} visit The only visit in which it may be undone; "" if none can be marked, or if it lasts only as
 *   long as the page.
 * @property {number} until The last moment at which it may be undone, in milliseconds since 1970.
 * @property {[id: string, entry: Entry | null][]} entries
 * @property {[name: string, saved: string | null][]} leftovers
 */

/** In milliseconds. The privacy page states it too. */
const LASTS = 30 * 60 * 1000;
const PREFIX = `second-impression:${base}:undo:`;
/**
 * @type {Map<string, string>} For browsers whose storage is blocked or full, and for ways back that must not outlive
 *   the page.
 */
const memory = new Map();
/**
 * @type {Map<string, {kept: string, before: Before | null}>} The parsed state of each action, with the text that it
 *   was parsed from.
 */
const read = new Map();

/**
 * Do something that can be undone.
 *
 * @param {string} action Its name, such as "reset:rejection-audit".
 * @param {Iterable<string>} ids The answers that it is going to change.
 * @param {() => void} change
 */
export function undoable(action, ids, change) {
  const keep = wayBack(action, ids);
  store.batch(change);
  keep();
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
export function wayBack(action, ids, { inPageOnly = false } = {}) {
  /** @type {Before["entries"]} */
  const entries = Array.from(ids, (id) => [id, store.entry(id)]);
  const before = store.leftovers();
  return () => {
    const after = store.leftovers();
    /** @type {Before["leftovers"]} */
    const leftovers = [...new Set([...before.keys(), ...after.keys()])]
      .filter((name) => before.get(name) !== after.get(name))
      .map((name) => [name, before.get(name) ?? null]);
    const until = Date.now() + LASTS;
    const visit = inPageOnly ? "" : store.beginVisit();
    remember(action, { visit, until, entries, leftovers }, inPageOnly);
  };
}

/**
 * @param {string} action
 * @returns {boolean}
 */
export function canUndo(action) {
  return recall(action) !== null;
}

/**
 * Restore everything that the action changed. If there is no room for all of it, it can be tried again. A few answers
 * are restored at once, many in slices.
 *
 * @param {string} action
 * @param {(done: number, total: number) => void} [onPause] Called with the number of answers restored so far.
 */
export async function undo(action, onPause) {
  const before = recall(action);
  if (!before) return;
  await store.batch(async () => {
    const hasRoom = putLeftoversBack(before.leftovers);
    await inSlices(before.entries, putBack, onPause);
    if (hasRoom && !store.isFull) forgetUndo(action);
  });
}

/** @param {string} action */
export function forgetUndo(action) {
  memory.delete(action);
  read.delete(action);
  session?.removeItem(PREFIX + action);
}

/** Forget every way back, even those of tabs that may be reopened. */
export function forgetAllUndo() {
  store.endVisit();
  for (const action of [...memory.keys(), ...keptActions()]) forgetUndo(action);
}

/**
 * @param {[name: string, saved: string | null][]} leftovers
 * @returns {boolean} Whether there was room for all of them.
 */
function putLeftoversBack(leftovers) {
  let hasRoom = true;
  for (const [name, saved] of leftovers) {
    if (saved === null) store.removeLeftovers([name]);
    else hasRoom = store.putLeftovers([[name, saved]]) && hasRoom;
  }
  return hasRoom;
}

/** @param {[id: string, entry: Entry | null][]} entries */
function putBack(entries) {
  for (const [id, entry] of entries) {
    if (!entry) store.remove([id]);
    else if (store.entry(id)) store.write(id, entry.value);
    else store.merge([[id, entry]]);
  }
}

/**
 * @param {string} action
 * @param {Before} before
 * @param {boolean} inPageOnly
 */
function remember(action, before, inPageOnly) {
  const kept = JSON.stringify(before);
  forgetUndo(action);
  read.set(action, { kept, before });
  try {
    if (session && !inPageOnly) return session.setItem(PREFIX + action, kept);
  } catch {
    // No room.
  }
  memory.set(action, kept);
}

/**
 * @param {string} action
 * @returns {Before | null} Null if there is nothing to undo, it has expired, or it can't be read.
 */
function recall(action) {
  const kept = session?.getItem(PREFIX + action) ?? memory.get(action);
  if (!kept) return null;
  if (read.get(action)?.kept !== kept) read.set(action, { kept, before: parse(kept) });
  const before = read.get(action)?.before ?? null;
  return before && before.until >= Date.now() && ["", store.visit].includes(before.visit) ? before : null;
}

/**
 * @param {string} kept
 * @returns {Before | null}
 */
function parse(kept) {
  try {
    const { visit, until, entries, leftovers } = JSON.parse(kept);
    const isSound = entries.every(isPairWith(isEntry)) && leftovers.every(isPairWith(isText));
    return isSound && isText(visit) && Number.isSafeInteger(until)
      ? { visit, until, entries, leftovers }
      : null;
  } catch {
    return null;
  }
}

/**
 * @param {(value: unknown) => boolean} isSound
 * @returns {(pair: unknown) => boolean} Whether it is a pair of a name and such a value or null.
 */
function isPairWith(isSound) {
  return (pair) => Array.isArray(pair) && isText(pair[0]) && (pair[1] === null || isSound(pair[1]));
}

/**
 * @param {unknown} value
 * @returns {boolean}
 */
function isText(value) {
  return typeof value === "string";
}

function keptActions() {
  return namesIn(session, PREFIX).map((name) => name.slice(PREFIX.length));
}

/** Delete every way back that has expired: it holds answers that must not stay. */
function forgetWhatIsOver() {
  for (const action of keptActions()) if (!canUndo(action)) forgetUndo(action);
}

forgetWhatIsOver();
store.onEnd(forgetAllUndo);
