import { download } from "#files/download.js";
import { allOf, onAction, required, setText } from "#page/elements.js";
import { onNewDay } from "#page/new-day.js";
import { Form } from "#records/form.js";
import { currentInterview, interviews } from "#records/interviews.js";
import { calendarOf } from "#text/calendar.js";
import { today } from "#text/clock.js";
import { dayInWords } from "#text/note-text.js";
import { daysToAsk } from "#text/waiting.js";
import { fill } from "#text/words.js";
import { carriedBy, focusOther, showCarried } from "../_parts/carried.js";

/** @typedef {import("#text/waiting.js").Days} Days */
/** @typedef {keyof Days} Step */

/** Where the reader has not said where the employer is. */
const ANYWHERE = { weekend: [0, 6], holidays: [], answer: null };

/**
 * Says on which days to ask for news, to ask again and to stop, and puts them into a calendar.
 *
 * @param {HTMLElement} root
 */
export function init(root) {
  const worksheet = new WhenToAsk(root);
  onAction(root, (action, button) => worksheet.act(action, button));
  onNewDay(() => worksheet.show());
}

class WhenToAsk {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.settings = JSON.parse(root.dataset.settings ?? "");
    this.place = required(root, "select[data-field='place']", HTMLSelectElement);
    this.form = new Form(root, () => this.show(), saidInDebrief);
    this.form.start();
  }

  /**
   * @param {string} action
   * @param {HTMLButtonElement} button
   */
  act(action, button) {
    if (action === "calendar") this.saveCalendar();
    if (action === "take-out" || action === "put-in") {
      this.form.write(...carriedBy(button, saidInDebrief()));
      focusOther(button);
    }
  }

  get dates() {
    const [interview, promised, asked] = ["interview", "promised", "asked"].map((name) =>
      this.form.read(name),
    );
    return { interview, promised, asked };
  }

  /** @returns {import("#text/waiting.js").Place} */
  get placeChosen() {
    return this.settings.places[this.form.read("place")] ?? ANYWHERE;
  }

  /** @returns {Days | null} */
  get days() {
    const { dates } = this;
    if (dates.promised && dates.promised < dates.interview) return null;
    return daysToAsk(dates, this.placeChosen, this.settings.waits);
  }

  show() {
    const { dates, days } = this;
    const turned = required(this.root, "[data-turned]", HTMLElement);
    const isTurned = Boolean(dates.promised) && dates.promised < dates.interview;
    setText(turned, (isTurned && turned.dataset.words) || "");
    required(this.root, "[data-nothing-yet]", HTMLElement).hidden = days !== null || isTurned;
    for (const name of ["[data-days]", "[data-counted]"])
      required(this.root, name, HTMLElement).hidden = days === null;
    if (days) this.showDays(days);
    showCarried(this.root, saidInDebrief(), (name) => this.form.read(name));
  }

  /** @param {Days} days */
  showDays(days) {
    for (const line of allOf(this.root, "[data-day]")) {
      const step = /** @type {Step} */ (line.dataset.day);
      line.hidden = step === "owed" && days.owed === "";
      setText(required(line, "[data-date]", HTMLElement), this.inWords(days[step]));
      setText(required(line, "[data-note]", HTMLElement), this.noteOn(step, days));
    }
    setText(required(this.root, "[data-counted-words]", HTMLElement), this.countedWords(days));
    required(this.root, "[data-holidays-known]", HTMLElement).hidden = this.placeChosen.holidays.length === 0;
    required(this.root, "[data-no-law]", HTMLElement).hidden =
      this.place.value === "" || this.placeChosen.answer !== null;
  }

  /**
   * @param {Step} step
   * @param {Days} days
   */
  noteOn(step, days) {
    const { words } = this.settings;
    if (step === "first" && !days.first) return fill(words.asked, { day: this.inWords(this.dates.asked) });
    if (days[step] === today()) return words.today;
    const isQuestion = step === "first" || step === "second";
    return isQuestion && days[step] < today() ? words.past : "";
  }

  /** @param {Days} days */
  countedWords(days) {
    const { until, locale, words } = this.settings;
    const place = this.place.selectedOptions[0]?.text ?? "";
    if (this.placeChosen.holidays.length === 0) return words.without_holidays;
    const beyond = days.stop > until ? fill(words.beyond, { day: dateInWords(until, locale) }) : "";
    return `${fill(words.with_holidays, { place })} ${beyond}`.trim();
  }

  /** @param {string} day */
  inWords(day) {
    return day && dayInWords(day, this.settings.locale);
  }

  saveCalendar() {
    const { words } = this.settings;
    const name = this.form.read("name").trim() || words.unnamed;
    const events = Object.entries(this.days ?? {})
      .filter(([, day]) => day >= today())
      .map(([step, day]) => ({
        id: `${this.form.record}-${step}@second-impression`,
        day,
        title: fill(words[step].event, { name }),
        text: words[step].text,
      }));
    download(words.file_name, calendarOf(events, new Date()), "text/calendar");
  }
}

/** @returns {Record<string, string>} What the debrief says for a new sheet, by field. */
function saidInDebrief() {
  const read = (/** @type {string} */ field) => interviews.read(currentInterview() ?? "", field).trim();
  return { interview: read("date"), name: read("company") };
}

/**
 * @param {string} day Such as 2028-12-31.
 * @param {string} locale
 * @returns {string} With its year.
 */
function dateInWords(day, locale) {
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(Date.parse(day));
}
