/**
 * The way back from what takes many answers away at once: starting over, loading a copy, removing.
 *
 * It is kept for this tab, and outlives a reload. Browsers bring it back with a tab that is reopened, so
 * it ends by itself after half an hour, and with the visit: what deletes everything ends all of them.
 */

import { isEntry } from "./entries.js";
import { namesIn } from "./place.js";
import { base } from "./site.js";
import { inSlices } from "./slices.js";
import { session, store } from "./store.js";

/** @typedef {import("./entries.js").Entry} Entry */

/**
 * @typedef {object} Before What an action changed, as it was; null where there was nothing.
 * @property {string} visit Only in this visit it may be undone; "" where none can be marked, or the page is all.
 * @property {number} until The last moment at which it may be undone, in milliseconds since 1970.
 * @property {[id: string, entry: Entry | null][]} entries
 * @property {[name: string, saved: string | null][]} leftovers
 */

/** In milliseconds. The privacy page says so too. */
const LASTS = 30 * 60 * 1000;
const PREFIX = `second-impression:${base}:undo:`;
/** @type {Map<string, string>} For a browser that blocks or fills its storage, and for what must not outlive the page. */
const memory = new Map();
/** @type {Map<string, {kept: string, before: Before | null}>} What was read, by the text that was kept. */
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
 * Remember how things are before a change that takes its time.
 *
 * @param {string} action
 * @param {Iterable<string>} ids The answers that it is going to change.
 * @param {object} options
 * @param {boolean} [options.inPageOnly] Whether it is gone with the page.
 * @returns {() => void} To be called after the change: from then on it can be undone.
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
 * Put everything back that the action changed. As long as there is no room for all of it, it can be
 * done again. A few answers are back at once, and many in a while.
 *
 * @param {string} action
 * @param {(done: number, total: number) => void} [onPause] Called with how many answers are back.
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

/** Nothing can be undone any more, not even in a tab that is reopened. */
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
 * @returns {Before | null} Null when there is nothing to undo, its time is over, or it can't be read.
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
 * @returns {(pair: unknown) => boolean} Whether it is a pair of a name and such a value, or null.
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

/** What can no longer be undone must not lie around either. */
function forgetWhatIsOver() {
  for (const action of keptActions()) if (!canUndo(action)) forgetUndo(action);
}

forgetWhatIsOver();
store.onEnd(forgetAllUndo);
