/**
 * What a reader types is saved while they type, a moment after the last key, and at once when the page
 * is left, hidden or printed: nothing is lost with a closed tab.
 */

import { store } from "../store/store.js";

/** In milliseconds: a pause in typing. */
const PAUSE = 400;
/** In characters: some 800 words, which take more than five minutes to say. */
const LONG = 5_000;
/** @type {Map<string, string>} The value to be saved, by id. */
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
 * Save everything that waits, and tell of it once.
 *
 * @param {Iterable<[id: string, value: string]>} more What is saved with it, and after it.
 */
export function saveNow(more = []) {
  clearTimeout(timer);
  for (const [id, value] of more) unsaved.set(id, value);
  store.batch(() => {
    // What has no room in an entry waits on: the reader still sees it.
    for (const [id, value] of [...unsaved]) if (store.write(id, value)) unsaved.delete(id);
  });
}

/**
 * @param {string} id
 * @returns {string | null} What the reader has just typed and is not saved yet.
 */
export function justTyped(id) {
  return unsaved.get(id) ?? null;
}

/**
 * @param {string[]} texts
 * @returns {boolean} Whether they are so long that to draw or check them at each key would hold up the next.
 *   It is done when they are saved, after a pause.
 */
export function areLong(...texts) {
  return texts.reduce((length, text) => length + text.length, 0) > LONG;
}

// What is gone for good must not be saved again.
store.onEnd(() => {
  clearTimeout(timer);
  unsaved.clear();
});
for (const leaving of ["pagehide", "beforeprint"]) window.addEventListener(leaving, () => saveNow());
document.addEventListener("visibilitychange", () => saveNow());
