import { END_OF_TIME } from "./entries.js";
import { lookUp, renamesIn } from "./renames.js";
import { store } from "./store.js";

/** @typedef {import("./entries.js").Entry} Entry */
/** @typedef {import("./renames.js").Renames} Renames */

/**
 * Read the earlier ids on a page: those of a [data-entry] in its [data-was], those of fields and choices of records in
 * [data-renamed].
 *
 * @param {ParentNode} root
 * @returns {(saved: [id: string, entry: Entry]) => [id: string, entry: Entry]} Returns an entry with its current id and
 *   value.
 */
export function renamerOf(root) {
  const ids = earlierIds(root);
  const renames = renamesIn(root);
  return ([id, entry]) => renamedEntry(ids.get(id) ?? id, entry, renames);
}

/**
 * Move answers saved under earlier ids to the current ones.
 *
 * @param {HTMLElement} root
 */
export function adoptEarlierIds(root) {
  if (!root.matches("[data-renamed]") && !root.querySelector("[data-was], [data-renamed]")) return;
  const rename = renamerOf(root);
  for (const [earlier, entry] of store.entries()) {
    const [id, now] = rename([earlier, entry]);
    if (id !== earlier) store.rename(earlier, id);
    if (now !== entry && store.read(id) === entry.value) store.merge([[id, now]]);
  }
}

/**
 * @param {ParentNode} root
 * @returns {Map<string, string>} The current id by each earlier one.
 */
function earlierIds(root) {
  /** @type {Map<string, string>} */
  const ids = new Map();
  for (const element of root.querySelectorAll("[data-was]")) {
    const id = element.getAttribute("data-entry") ?? "";
    for (const earlier of element.getAttribute("data-was")?.split(" ") ?? []) ids.set(earlier, id);
  }
  return ids;
}

/**
 * @param {string} id Such as "debrief--NAME--kind".
 * @param {Entry} entry
 * @param {Renames} renames
 * @returns {[id: string, entry: Entry]}
 */
function renamedEntry(id, entry, { fields = {}, choices = {} }) {
  const [kind, record, written, ...more] = id.split("--");
  if (written === undefined || more.length > 0) return [id, entry];
  const field = lookUp(fields, `${kind}--${written}`) ?? written;
  // Several choices are separated by spaces.
  const chosen = entry.value.split(" ").map((each) => lookUp(choices, `${kind}--${field}--${each}`) ?? each);
  const value = chosen.join(" ");
  // One millisecond later, so that every device prefers the current value.
  const now = value === entry.value ? entry : { value, at: Math.min(entry.at + 1, END_OF_TIME) };
  return [[kind, record, field].join("--"), now];
}
