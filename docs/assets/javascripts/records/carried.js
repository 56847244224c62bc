/** What the debrief of an interview says for its note, so that nothing is typed twice. */

import { currentInterview, interviews, threadOf } from "./interviews.js";
import { Records } from "./records.js";
import { weakestOf } from "./thread.js";
import { justTyped } from "./typing.js";

/** Fields of a note that begin as the interview has them: those of the note by those of the interview. */
const AS_THERE = { role: "role", day: "date", recipient: "people" };
/** The field of a note for what was missing in an answer. It is offered, since not every note has a point. */
const POINT = "point";

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
  const { rows } = threadOf(interview, {});
  const missing = weakestOf(rows, weaknesses).find((row) => row.missing.trim() !== "")?.missing ?? "";
  return { ...carriedOver(interview), [POINT]: missing.trim() };
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

  /** @returns {Record<string, string>} What a new note begins with: it names its interview, if there is one. */
  fresh() {
    const interview = currentInterview();
    return { ...carriedOver(interview), debrief: interview ?? "" };
  }
}
