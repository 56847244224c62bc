/**
 * Saves text while the reader types: a moment after the last key, and at once when the page is left, hidden or printed,
 * so that a closed tab loses nothing.
 */

import { store } from "../store/store.js";

/** In milliseconds: a pause in typing. */
const PAUSE = 400;
/** In characters: about 800 words, or more than five minutes of speech. */
const LONG = 5_000;
/** @type {Map<string, string>} The values still to be saved, by id. */
const unsaved = new Map();
let timer = 0;

/**
 * @param {string} id
 * @param {string} value
 */
export function saveSoon(id, value) {
  unsaved.set(id, value);
  clearTimeout(timer);
  timer = setTimeout(saveNow, PAUSE);
}

/**
 * Save everything that is waiting, and notify listeners once.
 *
 * @param {Iterable<[id: string, value: string]>} more Values to save with it, in order, after the waiting ones.
 */
export function saveNow(more = []) {
  clearTimeout(timer);
  for (const [id, value] of more) unsaved.set(id, value);
  store.batch(() => {
    // A value that is too long for an entry keeps waiting: the reader still sees it.
    for (const [id, value] of [...unsaved]) if (store.write(id, value)) unsaved.delete(id);
  });
}

/**
 * @param {string} id
 * @returns {string | null} The text just typed that is not saved yet; null if there is none.
 */
export function justTyped(id) {
  return unsaved.get(id) ?? null;
}

/**
 * @param {string[]} texts
 * @returns {boolean} Whether they are too long to draw or check at every key without delaying the next. That is done
 *   when they are saved, after a pause.
 */
export function areLong(...texts) {
  return texts.reduce((length, text) => length + text.length, 0) > LONG;
}

// Deleted answers must not be saved again.
store.onEnd(() => {
  clearTimeout(timer);
  unsaved.clear();
});
for (const leaving of ["pagehide", "beforeprint"]) window.addEventListener(leaving, () => saveNow());
document.addEventListener("visibilitychange", () => saveNow());
