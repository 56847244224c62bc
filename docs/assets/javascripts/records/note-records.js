/** Carries answers from the debrief of an interview over to its note, so that nothing is typed twice. */

import { currentInterview, interviews, threadOf } from "./interviews.js";
import { Records } from "./records.js";
import { weakestOf } from "./thread.js";
import { justTyped } from "./typing.js";

/** Fields of a note that start with a value of the interview: the interview's field by the note's. */
const CARRIED = { role: "role", day: "date", recipient: "people" };
/**
 * Fields of a note for which the weakest answer has a suggestion: the row's field by the note's. It is only offered,
 * since not every note makes a point.
 */
const OFFERED = { topic: "question", point: "missing" };
/** What readers write about themselves, the same in every note. */
const SENDER = ["sender", "phone"];

/**
 * @param {string | null} interview
 * @returns {Record<string, string>} The values that a new note about it starts with, by field.
 */
export function carriedOver(interview) {
  const read = (/** @type {string} */ field) => (interview ? interviews.read(interview, field).trim() : "");
  return Object.fromEntries(Object.entries(CARRIED).map(([field, source]) => [field, read(source)]));
}

/**
 * @param {string | null} interview
 * @param {string[]} weaknesses
 * @returns {Record<string, string>} What the debrief provides for the fields of a note, both carried over and offered.
 */
export function debriefValues(interview, weaknesses) {
  if (interview === null) return {};
  const weakest = weakestOf(threadOf(interview, {}).rows, weaknesses);
  const first = (/** @type {string} */ field) => weakest.map((row) => row[field].trim()).find(Boolean) ?? "";
  const offered = Object.entries(OFFERED).map(([field, source]) => [field, first(source)]);
  return { ...carriedOver(interview), ...Object.fromEntries(offered) };
}

/** Notes. One that is not saved yet reads as if the values from the debrief were already in it. */
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
   * @returns {Record<string, string>} The values that a new note starts with: those from the debrief and the last note,
   *   and its interview, if there is one.
   */
  fresh() {
    const interview = currentInterview();
    const last = this.all().at(-1) ?? "";
    const own = SENDER.map((field) => [field, super.read(last, field)]);
    return { ...carriedOver(interview), ...Object.fromEntries(own), debrief: interview ?? "" };
  }
}
