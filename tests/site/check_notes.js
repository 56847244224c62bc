/** Reads settings and notes from standard input, and prints the complaints of the worksheet's checks. */

import { text } from "node:stream/consumers";
import { checks } from "../../docs/assets/javascripts/text/note-checks.js";
import { caseOf, compose } from "../../docs/assets/javascripts/text/note-text.js";

const TODAY = "2026-11-22";
/** A reader deletes a part in brackets that does not fit, and the space after it. */
const LEFT_OVER = /\[[^\]\n]*\] ?/g;

const { settings, notes } = JSON.parse(await text(process.stdin));
process.stdout.write(JSON.stringify(notes.flatMap(complaints)));

function complaints({ name, answers, note }) {
  const draft = note === undefined ? compose(settings, answers, TODAY) : { subject: "", note };
  const context = {
    recipient: "",
    others: "",
    day: "",
    ...caseOf(settings, answers.case),
    ...answers,
    subject: draft.subject.replace(LEFT_OVER, ""),
    answers: [note, ...Object.values(answers)].join("\n"),
    templates: settings.template_words,
    today: TODAY,
    confidential: "",
  };
  const written = draft.note.replace(LEFT_OVER, "");
  return Object.entries(checks)
    .map(([id, check]) => ({ id, ...check(written, context, settings) }))
    .filter(({ state }) => state === "warn")
    .map(({ id, reason, values }) => `${name}: ${id} says ${reason} (${values.found ?? ""})`);
}
