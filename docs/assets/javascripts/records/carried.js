/** What the debrief of an interview says for its note, so that nothing is typed twice. */

import { currentInterview, interviews, threadOf } from "./interviews.js";
import { Records } from "./records.js";
import { weakestOf } from "./thread.js";
import { justTyped } from "./typing.js";

/** Fields of a note that begin as the interview has them: those of the note by those of the interview. */
const AS_THERE = { role: "role", day: "date", recipient: "people" };
/**
 * Fields of a note for which the weakest answer says something: those of the note by those of its row. It is offered,
 * since not every note has a point.
 */
const OFFERED = { topic: "question", point: "missing" };
/** What a reader writes of themselves: it is the same in every note. */
const OWN = ["sender", "phone"];

/**
 * @param {string | null} interview
 * @returns {Record<string, string>} What a new note about it begins with, by field.
 */
export function carriedOver(interview) {
  const read = (/** @type {string} */ field) => (interview ? interviews.read(interview, field).trim() : "");
  return Object.fromEntries(Object.entries(AS_THERE).map(([field, there]) => [field, read(there)]));
}

/**
 * @param {string | null} interview
 * @param {string[]} weaknesses
 * @returns {Record<string, string>} What the debrief says for fields of a note, whether it is carried over or offered.
 */
export function saidInDebrief(interview, weaknesses) {
  if (interview === null) return {};
  const weakest = weakestOf(threadOf(interview, {}).rows, weaknesses);
  const first = (/** @type {string} */ field) => weakest.map((row) => row[field].trim()).find(Boolean) ?? "";
  const offered = Object.entries(OFFERED).map(([field, there]) => [field, first(there)]);
  return { ...carriedOver(interview), ...Object.fromEntries(offered) };
}

/** Notes, of which one that is not saved yet reads as if what the debrief says stood in it. */
export class NoteRecords extends Records {
  constructor() {
    super("follow-up-note");
  }

  /**
   * @override
   * @param {string} record
   * @param {string} field
   */
  read(record, field) {
    const isWritten = justTyped(this.id(record, field)) !== null || this.all().includes(record);
    return isWritten ? super.read(record, field) : (this.fresh()[field] ?? "");
  }

  /**
   * @returns {Record<string, string>} What a new note begins with: what the debrief and the last note say, and which
   *   interview it is about, if there is one.
   */
  fresh() {
    const interview = currentInterview();
    const last = this.all().at(-1) ?? "";
    const own = OWN.map((field) => [field, super.read(last, field)]);
    return { ...carriedOver(interview), ...Object.fromEntries(own), debrief: interview ?? "" };
  }
}
