/**
 * Composes a note from its template: answers fill the blanks, and blanks without an answer stay in brackets.
 */

import { dayInWords, daysSince } from "./dates.js";
import { fill } from "./words.js";

/**
 * @typedef {object} Settings The page's data about notes, by id.
 * @property {string} locale
 * @property {Record<string, {subject: string, body: string}>} templates
 * @property {{id: string, template: string, apology: boolean, names_mistake: boolean, timing: string | null,
 *   hints: {field: string, text: string}[]}[]} cases The first one applies until the reader has chosen.
 * @property {{id: string, before: string | null, after: string | null}[]} recipients
 * @property {{id: string, swaps: {find: string, replace: string}[]}[]} tones
 * @property {{id: string, kind: string, label: string, help: string | null, fills: string[], optional: boolean}[]} fields
 * @property {string} only_if_true
 * @property {{blank: string, today: string, yesterday: string, other: string}} days
 */

/** @typedef {Record<string, string>} Answers The reader's answers in the steps, by field. */
/** @typedef {{subject: string, note: string}} Note */

const BLANK = /(\[[^\]\n]+\])/g;

/**
 * @param {Settings} settings
 * @param {Answers} answers
 * @param {string} today Such as 2026-11-22.
 * @returns {Note}
 */
export function compose(settings, answers, today) {
  const { subject, body } = adaptedTemplate(settings, answers);
  /** @param {string} line */
  const filled = (line) => fillBlanks(line, settings, answers, today);
  const lines = body.split("\n").filter((line) => !isLeftOut(line, settings, answers));
  const note = lines.map(filled).join("\n");
  return { subject: filled(subject), note: note.replace(/\n{3,}/g, "\n\n").trim() };
}

/**
 * @param {string} text
 * @returns {string[]} Its parts; every second one is a blank.
 */
export function splitAtBlanks(text) {
  return text.split(BLANK);
}

/**
 * @param {Settings} settings
 * @param {string} id
 * @returns {Settings["cases"][number]} The case with this id; the first one until the reader has chosen.
 */
export function caseOf(settings, id) {
  return settings.cases.find((each) => each.id === id) ?? settings.cases[0];
}

/**
 * @param {Settings} settings
 * @param {Answers} answers
 * @returns {string[]} The fields that the note for the chosen case uses.
 */
export function neededFields(settings, answers) {
  const { subject, body } = adaptedTemplate(settings, answers);
  const template = settings.templates[caseOf(settings, answers.case).template];
  const blanks = (`${subject}\n${body}`.match(BLANK) ?? []).map(blankName);
  const needed = settings.fields.filter(({ fills }) => fills.some((blank) => blanks.includes(blank)));
  const tick = settings.fields.filter(
    ({ kind }) => kind === "tick" && template.body.includes(`[${settings.only_if_true}]`),
  );
  return [...needed, ...tick].map(({ id }) => id);
}

/**
 * Return the template of the case, changed for the recipients and the tone. Conditional paragraphs are kept only if the
 * reader said that they are true.
 *
 * @param {Settings} settings
 * @param {Answers} answers
 */
function adaptedTemplate(settings, answers) {
  const template = settings.templates[caseOf(settings, answers.case).template];
  const recipients = settings.recipients.find(({ id }) => id === answers.to);
  const paragraphs = template.body
    .split("\n\n")
    .flatMap((paragraph) => keepIfTrue(paragraph, settings, answers));
  const close = paragraphs.pop() ?? "";
  const body = [recipients?.before, ...paragraphs, recipients?.after, close].filter(Boolean).join("\n\n");
  const swaps = settings.tones.find(({ id }) => id === answers.tone)?.swaps ?? [];
  const toned = swaps.reduce((text, { find, replace }) => text.replaceAll(find, replace), body);
  return { subject: template.subject, body: toned };
}

/**
 * @param {string} paragraph
 * @param {Settings} settings
 * @param {Answers} answers
 * @returns {string[]} The paragraph without its mark; none if the reader did not say that it is true.
 */
function keepIfTrue(paragraph, settings, answers) {
  const mark = `[${settings.only_if_true}] `;
  if (!paragraph.startsWith(mark)) return [paragraph];
  const isTrue = settings.fields.some(({ id, kind }) => kind === "tick" && answers[id]);
  return isTrue ? [paragraph.slice(mark.length)] : [];
}

/**
 * @param {string} line
 * @param {Settings} settings
 * @param {Answers} answers
 * @returns {boolean} Whether it consists only of the blank of an optional field without an answer.
 */
function isLeftOut(line, { fields }, answers) {
  return fields.some(
    ({ id, optional, fills }) =>
      optional && !answers[id]?.trim() && fills.some((blank) => line === `[${blank}]`),
  );
}

/**
 * @param {string} line
 * @param {Settings} settings
 * @param {Answers} answers
 * @param {string} today
 */
function fillBlanks(line, settings, answers, today) {
  return line.replace(BLANK, (whole, _, at) => {
    const blank = blankName(whole);
    const value = valueFor(blank, settings, answers, today);
    if (!value) return whole;
    // An answer on a line of its own ends with a period; inside a sentence of the template it does not.
    const isSentence =
      whole === line && settings.fields.some((each) => isText(each) && each.fills.includes(blank));
    if (isSentence) return withPeriod(value);
    return line.length > at + whole.length ? value.replace(/\.$/, "") : value;
  });
}

/** @param {string} blank Including its brackets. */
function blankName(blank) {
  return blank.slice(1, -1);
}

/**
 * @param {string} blank
 * @param {Settings} settings
 * @param {Answers} answers
 * @param {string} today
 * @returns {string} The value for a blank; "" if there is none.
 */
function valueFor(blank, settings, answers, today) {
  if (blank === settings.days.blank) return relativeDay(settings, answers.day, today);
  const values = settings.fields
    .filter(({ fills }) => fills.includes(blank))
    .map(({ id, kind }) => {
      const value = answers[id]?.trim() ?? "";
      return value && kind === "date" ? dayInWords(value, settings.locale) : value;
    })
    .filter(Boolean);
  return values.map((value, index) => (index < values.length - 1 ? withPeriod(value) : value)).join(" ");
}

/**
 * @param {Pick<Settings, "days" | "locale">} settings
 * @param {string} day
 * @param {string} today
 * @returns {string} The word for today or yesterday, or the day in words; "" if there is no day.
 */
export function relativeDay({ days, locale }, day, today) {
  if (!day) return "";
  const ago = daysSince(day, today);
  if (ago === 0) return days.today;
  if (ago === 1) return days.yesterday;
  return fill(days.other, { day: dayInWords(day, locale) });
}

/** @param {{kind: string}} field */
function isText({ kind }) {
  return kind === "text";
}

/** @param {string} sentence */
function withPeriod(sentence) {
  return /[\p{L}\p{N}%)\]]$/u.test(sentence) ? `${sentence}.` : sentence;
}
