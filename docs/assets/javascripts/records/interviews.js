/**
 * Interviews, and what belongs to each. For historical reasons they are stored as records of the debrief; whichever
 * tool a reader opens first creates one. Rows, answers, notes and days of waiting name their interview in the field
 * `debrief`.
 */

import { interviewDay, interviewName } from "../text/interview-names.js";
import { Records } from "./records.js";

/** @typedef {import("../text/interview-names.js").Names} Names */
/** @typedef {import("./thread.js").Thread} Thread */

export const interviews = new Records("debrief");
const rows = new Records("debrief-row");
const answers = new Records("star-answer");
const notes = new Records("follow-up-note");

/** The fields of each record that a thread reads. It does not need large texts, such as that of a note. */
const THREAD_FIELDS = {
  interview: ["company", "role", "date", "kind", "people", "well", "sent", "outcome"],
  row: ["question", "response", "missing", "reaction", "cause", "weakness"],
  answer: ["question", "situation", "task", "action", "result"],
  note: ["case", "chosen"],
};

/** Stands for the interview of notes or answers while no record of it is saved. */
const UNSAVED = "";
/** The fields that make up the name of an interview. */
const NAME_FIELDS = ["company", "role", "date", "order"];
/** @type {string | null} The interview that this page stays with, even if another tab chooses a different one. */
let pinned = null;

/** @returns {readonly string[]} Every interview with saved records; "" for one that has no record of its own yet. */
export function allInterviews() {
  const all = interviews.all();
  const hasOthers = answers.all().length + notes.all().length > 0;
  return all.length === 0 && hasOthers ? [UNSAVED] : all;
}

/** @returns {string | null} The one that this page stays with, else the one chosen last, else the newest. */
export function currentInterview() {
  const all = allInterviews();
  if (pinned !== null && all.includes(pinned)) return pinned;
  return all.find((each) => interviews.read(each, "current") !== "") ?? all.at(-1) ?? null;
}

/** @param {string | null} interview The one that this page, and any opened next, shows and writes to. */
export function pinInterview(interview) {
  if (interview !== null && interview !== currentInterview()) chooseInterview(interview);
  pinned = interview;
}

/** @param {string} interview The one that every tool opened from now on shows. */
export function chooseInterview(interview) {
  for (const each of interviews.all()) {
    const value = each === interview ? "yes" : "";
    if (interviews.read(each, "current") !== value) interviews.write(each, "current", value);
  }
}

/**
 * @param {string} interview
 * @returns {string} Its name, now that it is saved.
 */
export function ensureInterview(interview) {
  return interview === UNSAVED ? interviews.add({ current: "yes" }) : interview;
}

/**
 * @param {string} interview
 * @param {Thread["lists"]} lists
 * @returns {Thread}
 */
export function threadOf(interview, lists) {
  const chosen = (/** @type {Record<string, string>} */ note) => Number(note.chosen);
  return {
    interview: fieldsOf(interviews, interview, THREAD_FIELDS.interview),
    rows: ofInterview(interview, rows, THREAD_FIELDS.row),
    answers: ofInterview(interview, answers, THREAD_FIELDS.answer),
    notes: ofInterview(interview, notes, THREAD_FIELDS.note).sort(
      (one, other) => chosen(one) - chosen(other),
    ),
    lists,
  };
}

/**
 * @param {string} interview
 * @param {Records} records
 * @param {string[]} fields
 * @returns {Thread["rows"]} The fields of the records that belong to it.
 */
function ofInterview(interview, records, fields) {
  return records
    .all()
    .filter((record) => interviewOf(records, record) === interview)
    .map((record) => ({ ...fieldsOf(records, record, fields), id: record }));
}

/**
 * Find the interview of a record. Older notes, answers and days of waiting do not name theirs: they belong to the only
 * one there is, or else to the one on that day or for that job.
 *
 * @param {Records} records
 * @param {string} record
 * @returns {string | undefined}
 */
export function interviewOf(records, record) {
  const all = allInterviews();
  const row = records.read(record, "debrief-row");
  const named = records.read(record, "debrief") || (row && rows.read(row, "debrief"));
  if (all.includes(named)) return named;
  if (all.length === 1) return all[0];
  const same = (/** @type {string} */ each, /** @type {string} */ field, /** @type {string} */ other) =>
    records.read(record, other) !== "" && interviews.read(each, field) === records.read(record, other);
  return (
    all.find((each) => same(each, "date", "day") || same(each, "date", "interview")) ??
    all.find((each) => same(each, "role", "role"))
  );
}

/**
 * @param {Records} records
 * @param {string} record
 * @returns {boolean} Whether it belongs to the current interview, or to an unknown one.
 */
export function belongsToCurrent(records, record) {
  const current = currentInterview();
  return (interviewOf(records, record) ?? current) === current;
}

/**
 * @param {Records} records
 * @param {string} record
 * @param {string[]} fields
 * @returns {Record<string, string>}
 */
function fieldsOf(records, record, fields) {
  return Object.fromEntries(fields.map((field) => [field, records.read(record, field)]));
}

/** @param {string} interview */
export function nameFields(interview) {
  return fieldsOf(interviews, interview, NAME_FIELDS);
}

/**
 * @param {string} interview
 * @param {Names} names
 */
export function nameOf(interview, names) {
  return interviewName(nameFields(interview), names, document.documentElement.lang);
}

/**
 * @param {string} interview
 * @param {Names} names
 */
export function dateOf(interview, names) {
  return interviewDay(nameFields(interview), names, document.documentElement.lang);
}
