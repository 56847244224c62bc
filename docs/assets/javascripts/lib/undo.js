/**
 * The way back from what takes many answers away at once: starting over, loading a copy, clearing.
 *
 * It is kept for this tab only: it outlives a reload, and is gone when the tab is closed, so that the
 * next person at a shared computer cannot bring back what was cleared.
 */

import { isEntry } from "./entries.js";
import { base } from "./site.js";
import { session, store } from "./store.js";

/** @typedef {import("./entries.js").Entry} Entry */

/**
 * @typedef {object} Before What an action changed, as it was; null where there was nothing.
 * @property {[id: string, entry: Entry | null][]} entries
 * @property {[name: string, saved: string | null][]} leftovers
 */

const PREFIX = `second-impression:${base}:undo:`;
/** @type {Map<string, string>} For a browser that blocks or fills its storage. */
const memory = new Map();

/**
 * Do something that can be undone.
 *
 * @param {string} action Its name, such as "reset:rejection-audit".
 * @param {Iterable<string>} ids The answers that it is going to change.
 * @param {() => void} change
 */
export function undoable(action, ids, change) {
  const entries = Array.from(ids, (id) => [id, store.entry(id)]);
  const before = store.leftovers();
  change();
  const after = store.leftovers();
  const leftovers = [...new Set([...before.keys(), ...after.keys()])]
    .filter((name) => before.get(name) !== after.get(name))
    .map((name) => [name, before.get(name) ?? null]);
  remember(action, JSON.stringify({ entries, leftovers }));
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
 * done again.
 *
 * @param {string} action
 */
export function undo(action) {
  const { entries, leftovers } = recall(action) ?? { entries: [], leftovers: [] };
  let hasRoom = true;
  for (const [name, saved] of leftovers) {
    if (saved === null) store.removeLeftovers([name]);
    else hasRoom = store.putLeftovers([[name, saved]]) && hasRoom;
  }
  for (const [id, entry] of entries) {
    if (!entry) store.remove([id]);
    else if (store.entry(id)) store.write(id, entry.value);
    else store.merge([[id, entry]]);
  }
  if (hasRoom && !store.isFull) forgetUndo(action);
}

/** @param {string} action */
export function forgetUndo(action) {
  memory.delete(action);
  session?.removeItem(PREFIX + action);
}

/**
 * @param {string} action
 * @param {string} before
 */
function remember(action, before) {
  forgetUndo(action);
  try {
    if (session) return session.setItem(PREFIX + action, before);
  } catch {
    // No room.
  }
  memory.set(action, before);
}

/**
 * @param {string} action
 * @returns {Before | null} Null when there is nothing to undo, or it can't be read.
 */
function recall(action) {
  const kept = session?.getItem(PREFIX + action) ?? memory.get(action);
  if (!kept) return null;
  try {
    const { entries, leftovers } = JSON.parse(kept);
    const isSound = entries.every(isPairWith(isEntry)) && leftovers.every(isPairWith(isText));
    return isSound ? { entries, leftovers } : null;
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
