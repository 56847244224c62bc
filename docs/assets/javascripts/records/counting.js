import { store } from "../store/store.js";
import { recordWords } from "./field-words.js";

/** @returns {string[]} The ids of all saved answers. */
export function savedIds() {
  return [...store.entries()].filter(([, { value }]) => value !== "").map(([id]) => id);
}

/**
 * @returns {{answers: number, marks: number}} The number of answers, and of entries that only the worksheet itself
 *   needs.
 */
export function countSaved() {
  const ids = savedIds();
  const marks = ids.filter((id) => recordWords(id)?.item === "").length;
  return { answers: ids.length - marks, marks };
}
