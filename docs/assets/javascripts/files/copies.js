/**
 * A copy of all saved answers as one JSON file, in the format of /schemas/export-1.json.
 *
 * A copy contains no address, so answers saved on one site can be loaded on another.
 */

import { newest } from "../store/entries.js";
import { inSlices } from "../store/slices.js";
import { ASIDE, store } from "../store/store.js";
import { FORMAT, VERSION } from "./copy-format.js";

/** @typedef {import("../store/entries.js").Entry} Entry */
/** @typedef {import("./copy-format.js").Copy} Copy */

/**
 * @typedef {object} Change
 * @property {string} id
 * @property {Entry | null} before
 * @property {Entry} after
 */

/** @returns {string} The copy, as JSON. */
export function makeCopy() {
  const entries = [...store.entries()].sort(([one], [other]) => (one < other ? -1 : 1));
  const copy = {
    format: FORMAT,
    version: VERSION,
    saved: new Date().toISOString(),
    entries: entries.map(([id, { value, at }]) => ({ id, value, at })),
    aside: [...store.leftovers()]
      .filter(([name]) => name.startsWith(ASIDE))
      .map(([name, saved]) => ({ name: name.slice(ASIDE.length), saved })),
  };
  return JSON.stringify(copy, null, 2);
}

/**
 * @param {Copy} copy
 * @returns {Change[]} What loading the copy would change: the answers that are newer in it than here.
 */
export function changesOf(copy) {
  const changes = [];
  for (const [id, after] of copy.entries) {
    const before = store.entry(id);
    if (before?.value !== after.value && newest(after, before) === after) changes.push({ id, before, after });
  }
  return changes;
}

/**
 * @param {Copy} copy
 * @param {(done: number, total: number) => void} [onPause] Called with the number of answers loaded so far.
 */
export async function loadCopy({ entries, aside }, onPause) {
  await store.batch(() => inSlices([...entries], (some) => store.merge(some), onPause));
  if (aside.length > 0) store.putLeftovers(aside.map(([name, saved]) => [ASIDE + name, saved]));
}
