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
 * @typedef {object} Before
 * @property {[id: string, entry: Entry | null][]} entries Each answer as it was; null where there was none.
 * @property {[name: string, saved: string][]} aside What was set aside.
 */

const PREFIX = `second-impression:${base}:undo:`;
/** @type {Map<string, string>} For a browser that blocks or fills its storage. */
const memory = new Map();

/**
 * @param {string} action What is about to be done, such as "reset:rejection-audit".
 * @param {Iterable<string>} ids The answers that it is going to change.
 */
export function keepForUndo(action, ids) {
  const entries = Array.from(ids, (id) => [id, store.entry(id)]);
  const kept = JSON.stringify({ entries, aside: [...store.aside()] });
  memory.set(action, kept);
  try {
    session?.setItem(PREFIX + action, kept);
  } catch {
    // No room: until the next page it is remembered.
  }
}

/**
 * @param {string} action
 * @returns {boolean}
 */
export function canUndo(action) {
  return before(action) !== null;
}

/**
 * Put everything back that the action changed.
 *
 * @param {string} action
 */
export function undo(action) {
  const { entries, aside } = before(action) ?? { entries: [], aside: [] };
  for (const [id, entry] of entries) {
    if (!entry) store.remove([id]);
    else if (store.entry(id)) store.write(id, entry.value);
    else store.merge([[id, entry]]);
  }
  store.putAside(aside);
  forgetUndo(action);
}

/** @param {string} action */
export function forgetUndo(action) {
  memory.delete(action);
  session?.removeItem(PREFIX + action);
}

/**
 * @param {string} action
 * @returns {Before | null} Null when there is nothing to undo, or it can't be read.
 */
function before(action) {
  const kept = session?.getItem(PREFIX + action) ?? memory.get(action);
  if (!kept) return null;
  try {
    const { entries, aside } = JSON.parse(kept);
    return entries.every(isBefore) && Array.isArray(aside) ? { entries, aside } : null;
  } catch {
    return null;
  }
}

/**
 * @param {unknown} pair
 * @returns {boolean}
 */
function isBefore(pair) {
  return Array.isArray(pair) && typeof pair[0] === "string" && (pair[1] === null || isEntry(pair[1]));
}
