/** Removes records, with undo. */

import { store } from "../store/store.js";
import { canUndo, undo, withUndo } from "../store/undo.js";
import { saveNow } from "./typing.js";

/** @typedef {import("./records.js").Records} Records */

/**
 * Empty every field of some records.
 *
 * @param {Records} records
 * @param {string[]} removed
 * @param {[Records, readonly string[]][]} parts Records that are removed with them.
 */
export function remove(records, removed, ...parts) {
  saveNow();
  /** @type {[Records, readonly string[]][]} */
  const all = [[records, removed], ...parts];
  const ids = all.flatMap(([kind, some]) => some.flatMap((record) => kind.idsOf(record)));
  withUndo(removalOf(records), ids, () => {
    for (const id of ids) store.write(id, "");
  });
}

/**
 * @param {Records} records
 * @returns {boolean} Whether the last removal can be undone.
 */
export function canUndoRemoval(records) {
  return canUndo(removalOf(records));
}

/**
 * @param {Records} records
 * @returns {Promise<string | null>} The restored record.
 */
export async function undoRemoval(records) {
  const before = new Set(records.all());
  await undo(removalOf(records));
  return records.all().find((record) => !before.has(record)) ?? null;
}

/**
 * @param {Records} records
 * @returns {string} The name for `undo`, such as "remove:debrief".
 */
function removalOf({ kind }) {
  return `remove:${kind}`;
}
