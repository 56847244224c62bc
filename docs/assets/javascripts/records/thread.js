/**
 * The thread of one interview, from the first notes to what follows the employer's answer: the progress of its five
 * stations, and the one next step. Pure: it knows neither the page nor the store.
 */

/** @typedef {"notes" | "cause" | "answers" | "note" | "next"} StationName */
/** @typedef {"done" | "begun" | "open"} State */

/**
 * @typedef {object} Thread What a reader wrote about one interview, as the fields of its records.
 * @property {Record<string, string>} interview
 * @property {(Record<string, string> & {id: string})[]} rows The rows of the debrief.
 * @property {(Record<string, string> & {id: string})[]} answers
 * @property {(Record<string, string> & {id: string})[]} notes The most recently chosen one comes last.
 * @property {Record<string, string | null>} lists The next open item of each checklist that a step leads to, by the
 *   name of that step; null if the list is done. A missing list is unknown, and counts as open.
 */

/**
 * @typedef {object} Step
 * @property {StationName} station
 * @property {string} name Its key in the content, under thread.steps.
 * @property {string} question The interviewer's question, if the step is about one.
 * @property {string} anchor The place on the step's page; "" for the one that the content names.
 */

/** @typedef {{name: StationName, state: State, detail: string, values: Record<string, string | number>}} Station */

/** @type {readonly StationName[]} */
export const STATIONS = ["notes", "cause", "answers", "note", "next"];
/** The parts of an answer, in the order in which they are written. */
const PARTS = ["situation", "task", "action", "result"];
/** What readers write about a question besides the question itself. Any of it shows that they have moved on. */
const ABOUT = ["response", "missing", "reaction", "cause", "weakness"];
const MOST_WEAK = 3;

/**
 * @param {Thread} thread
 * @param {string[]} weaknesses How well an answer went, from the best, which needs no work, to the weakest.
 * @returns {{stations: Station[], step: Step}}
 */
export function threadProgress(thread, weaknesses) {
  const stations = stationsOf(thread, weaknesses);
  return { stations, step: STEPS[currentStation(stations)](thread, weaknesses) };
}

/**
 * Return the step after a finished tool: that of the first later station that is not done. Nobody needs a note once the
 * employer has answered.
 *
 * @param {StationName} station The station of the tool.
 * @param {Thread} thread
 * @param {string[]} weaknesses
 * @returns {Step}
 */
export function stepAfter(station, thread, weaknesses) {
  const isOver = has(thread.interview, "outcome");
  const name = stationsOf(thread, weaknesses)
    .slice(STATIONS.indexOf(station) + 1)
    .find((each) => each.state !== "done" && !(isOver && each.name === "note"))?.name;
  return STEPS[name ?? "next"](thread, weaknesses);
}

/**
 * @param {Thread} thread
 * @param {string[]} weaknesses
 */
function stationsOf(thread, weaknesses) {
  return [notes(thread), cause(thread, weaknesses), answers(thread, weaknesses), note(thread), next(thread)];
}

/**
 * Return the rows to work on: the weakest first, unrated ones last, and never one that went well.
 *
 * @template {Record<string, string>} Row
 * @param {Row[]} rows
 * @param {string[]} weaknesses
 * @returns {Row[]}
 */
export function weakestOf(rows, weaknesses) {
  const [fine, ...weak] = weaknesses;
  const weakness = (/** @type {Row} */ row) => weak.indexOf(row.weakness ?? "");
  return rows
    .filter((row) => has(row, "question") && row.weakness !== fine)
    .sort((one, other) => weakness(other) - weakness(one))
    .slice(0, MOST_WEAK);
}

/**
 * Find the current station: the first one begun, else the one after the last that is done, so that nobody is sent back.
 * Once the note is sent or the employer has answered, it is always the last.
 *
 * @param {Station[]} stations
 * @returns {StationName}
 */
function currentStation(stations) {
  const states = stations.map(({ state }) => state);
  const [isOver] = states.slice(-1);
  if (isOver !== "open") return "next";
  const begun = states.indexOf("begun");
  return STATIONS[begun >= 0 ? begun : states.lastIndexOf("done") + 1];
}

/** @param {Thread} thread */
function notes({ interview, rows }) {
  const count = rows.filter(isWritten).length;
  const isBegun =
    rows.length > 0 || Object.keys(interview).some((field) => isNoted(field) && has(interview, field));
  const state = count > 0 && !unansweredRow(rows) ? "done" : isBegun ? "begun" : "open";
  return station("notes", state, count > 0 ? "questions" : "", { count });
}

/**
 * @param {Thread} thread
 * @param {string[]} weaknesses
 */
function cause({ rows }, weaknesses) {
  const found = mainCause(rows);
  const isDone = found !== "" || isAllFine(rows, weaknesses);
  return station("cause", isDone ? "done" : "open", found && "cause", { cause: found });
}

/**
 * @param {Thread["rows"]} rows
 * @returns {string} The most frequent cause, the first of several equally frequent ones; "" for none.
 */
export function mainCause(rows) {
  const causes = rows.map((row) => row.cause).filter(Boolean);
  const count = (/** @type {string} */ cause) => causes.filter((each) => each === cause).length;
  return causes.reduce((best, cause) => (count(cause) > count(best) ? cause : best), causes[0] ?? "");
}

/**
 * @param {Thread} thread
 * @param {string[]} weaknesses
 */
function answers({ rows, answers }, weaknesses) {
  const done = answers.filter((answer) => PARTS.every((part) => has(answer, part))).length;
  const total = answers.length;
  if (total === 0) return station("answers", isAllFine(rows, weaknesses) ? "done" : "open");
  return station("answers", done === total ? "done" : "begun", "answers", { done, total });
}

/** @param {Thread} thread */
function note({ interview, notes }) {
  if (has(interview, "sent")) return station("note", "done", "sent");
  return notes.length > 0 ? station("note", "begun", "draft") : station("note", "open");
}

/** @param {Thread} thread */
function next({ interview, lists }) {
  const { outcome = "" } = interview;
  const left = outcome === "wrote" ? [lists.prepare] : [lists.audit, lists.plan];
  if (outcome)
    return station("next", left.some((item) => item !== null) ? "begun" : "done", outcome.replace("-", "_"));
  return has(interview, "sent") ? station("next", "begun", "waiting") : station("next", "open");
}

/** @type {Record<StationName, (thread: Thread, weaknesses: string[]) => Step>} The step at each station. */
const STEPS = {
  notes({ rows }) {
    const row = unansweredRow(rows);
    return row ? step("notes", "respond", row.question, `response--${row.id}`) : step("notes", "write");
  },

  cause({ rows }, weaknesses) {
    const [weakest] = weakestOf(rows, weaknesses);
    return step("cause", "cause", "", weakest ? `cause--${weakest.id}` : "");
  },

  answers({ rows, answers }, weaknesses) {
    const unfinished = answers.find((answer) => PARTS.some((part) => !has(answer, part)));
    const part = PARTS.find((each) => unfinished && !has(unfinished, each));
    if (unfinished) return step("answers", "rewrite", unfinished.question ?? "", `${part}--${unfinished.id}`);
    const [weakest] = weakestOf(rows, weaknesses);
    return step("answers", "answer", weakest?.question ?? "", weakest ? `row--${weakest.id}` : "");
  },

  note({ notes }) {
    const last = notes.at(-1);
    return last && has(last, "case") ? step("note", "send", "", "note--note") : step("note", "note");
  },

  next({ interview, lists }) {
    if (!interview.outcome) return step("next", "wait");
    const wanted = interview.outcome === "wrote" ? ["prepare"] : ["audit", "plan"];
    const list = wanted.find((name) => lists[name] !== null);
    return list ? step("next", list, "", lists[list] ?? "") : step("next", "again");
  },
};

/**
 * @param {StationName} name
 * @param {State} state
 * @param {string} detail A key of thread.details in the content, or "cause".
 * @param {Record<string, string | number>} values
 * @returns {Station}
 */
function station(name, state, detail = "", values = {}) {
  return { name, state, detail, values };
}

/**
 * @param {StationName} station
 * @param {string} name
 * @param {string} question
 * @param {string} anchor
 * @returns {Step}
 */
function step(station, name, question = "", anchor = "") {
  return { station, name, question, anchor };
}

/**
 * @template {Record<string, string>} Row
 * @param {Row[]} rows
 * @returns {Row | undefined} The first with nothing but the question, as long as no row names a cause.
 */
function unansweredRow(rows) {
  if (rows.some((row) => has(row, "cause"))) return undefined;
  return rows.find((row) => has(row, "question") && !isWritten(row));
}

/**
 * @param {string} field
 * @returns {boolean} Whether it is a field of the debrief, rather than about the outcome of the interview.
 */
function isNoted(field) {
  return field !== "sent" && field !== "outcome";
}

/** @param {Record<string, string>} row */
function isWritten(row) {
  return ABOUT.some((field) => has(row, field));
}

/**
 * @param {Record<string, string>[]} rows
 * @param {string[]} weaknesses
 */
function isAllFine(rows, [fine]) {
  return rows.length > 0 && rows.every(({ weakness }) => weakness === fine);
}

/**
 * @param {Record<string, string>} record
 * @param {string} field
 */
function has(record, field) {
  return (record[field] ?? "").trim() !== "";
}
