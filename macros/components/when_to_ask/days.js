import { allOf, required, setText } from "#page/elements.js";
import { dateInWords, dayInWords, today } from "#text/dates.js";
import { daysToAsk } from "#text/days-to-ask.js";
import { fill } from "#text/words.js";

/** @typedef {import("#text/days-to-ask.js").Days} Days */
/** @typedef {import("#text/days-to-ask.js").Place} Place */
/** @typedef {keyof Days} Step */
/** @typedef {(field: string) => string} Read */
/**
 * @typedef {object} Settings What the page says about the days.
 * @property {import("#text/days-to-ask.js").Waits} waits
 * @property {Record<string, Place>} places
 * @property {string} until The last day for which holidays are known.
 * @property {string} locale
 * @property {Record<string, any>} words
 */

/**
 * For readers who have not said where the employer is.
 *
 * @type {Place}
 */
const ANYWHERE = { weekend: [0, 6], holidays: [], answer: null };

/**
 * @param {Read} read
 * @param {Settings} settings
 * @returns {Days | null} Null if the days cannot be computed.
 */
export function daysFrom(read, settings) {
  const [interview, sent, promised, asked] = ["interview", "sent", "promised", "asked"].map(read);
  if (promised && promised < interview) return null;
  return daysToAsk({ interview, sent, promised, asked }, placeFrom(read, settings), settings.waits, today());
}

/**
 * Show on which days to ask for news, to ask again and to stop.
 *
 * @param {HTMLElement} root
 * @param {Read} read
 * @param {Settings} settings
 */
export function showDays(root, read, settings) {
  const days = daysFrom(read, settings);
  for (const name of ["[data-days]", "[data-counted]"])
    required(root, name, HTMLElement).hidden = days === null;
  if (days === null) return;
  for (const line of allOf(root, "[data-day]")) showDay(line, days, read, settings);
  showCounted(root, days, read, settings);
}

/**
 * Announce the first day to screen readers, which would miss it in a list that has just appeared.
 *
 * @param {HTMLElement} root
 * @param {Read} read
 * @param {Settings} settings
 */
export function announceFirstDay(root, read, settings) {
  const day = daysFrom(read, settings)?.first;
  const title = required(root, "[data-day='first'] span", HTMLElement).textContent;
  setText(required(root, "[data-announced]", HTMLElement), day ? `${title} ${inWords(day, settings)}` : "");
}

/**
 * @param {HTMLElement} line
 * @param {Days} days
 * @param {Read} read
 * @param {Settings} settings
 */
function showDay(line, days, read, settings) {
  const step = /** @type {Step} */ (line.dataset.day);
  line.hidden = step === "owed" && days.owed === "";
  setText(required(line, "[data-date]", HTMLElement), inWords(days[step], settings));
  setText(required(line, "[data-note]", HTMLElement), noteOn(step, days, read, settings));
}

/**
 * @param {Step} step
 * @param {Days} days
 * @param {Read} read
 * @param {Settings} settings
 */
function noteOn(step, days, read, settings) {
  const { words } = settings;
  if (step === "first" && !days.first) return fill(words.asked, { day: inWords(read("asked"), settings) });
  if (days[step] === today()) return words.today;
  const isQuestion = step === "first" || step === "second";
  return isQuestion && days[step] < today() ? words.past : "";
}

/**
 * @param {HTMLElement} root
 * @param {Days} days
 * @param {Read} read
 * @param {Settings} settings
 */
function showCounted(root, days, read, settings) {
  const list = required(root, "select[data-field='place']", HTMLSelectElement);
  const { holidays, answer } = placeFrom(read, settings);
  required(root, "[data-holidays-known]", HTMLElement).hidden = holidays.length === 0;
  required(root, "[data-no-law]", HTMLElement).hidden = list.value === "" || answer !== null;
  const counted = required(root, "[data-counted-words]", HTMLElement);
  setText(counted, countedWords(list.selectedOptions[0]?.text ?? "", holidays, days, settings));
}

/**
 * @param {string} place
 * @param {string[]} holidays
 * @param {Days} days
 * @param {Settings} settings
 */
function countedWords(place, holidays, days, { until, locale, words }) {
  if (holidays.length === 0) return words.without_holidays;
  const beyond = days.stop > until ? fill(words.beyond, { day: dateInWords(until, locale) }) : "";
  return `${fill(words.with_holidays, { place })} ${beyond}`.trim();
}

/**
 * @param {Read} read
 * @param {Settings} settings
 * @returns {Place}
 */
function placeFrom(read, { places }) {
  return places[read("place")] ?? ANYWHERE;
}

/**
 * @param {string} day
 * @param {Settings} settings
 */
function inWords(day, { locale }) {
  return day && dayInWords(day, locale);
}
