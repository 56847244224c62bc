import { download } from "#files/download.js";
import { fetchSettings } from "#files/settings.js";
import { onAction, required, setText } from "#page/elements.js";
import { onNewDay } from "#page/new-day.js";
import { Form } from "#records/form.js";
import {
  allInterviews,
  belongsToCurrent,
  currentInterview,
  interviewOf,
  interviews,
  pinInterview,
  threadOf,
} from "#records/interviews.js";
import { hasChanged, redrawOnChange } from "#store/changes.js";
import { calendarOf } from "#text/calendar.js";
import { today } from "#text/dates.js";
import { fill } from "#text/words.js";
import { carriedBy, focusOther, showCarried } from "../_parts/carried.js";
import { InterviewChoice } from "../_parts/interview-choice.js";
import { announceFirstDay, daysFrom, showDays } from "./days.js";

/**
 * Says on which days to ask for news, to ask again and to stop, and puts them into a calendar.
 *
 * @param {HTMLElement} root
 * @returns {Promise<void>} Fulfilled once what is saved is shown.
 */
export async function init(root) {
  const worksheet = new WhenToAsk(root, await fetchSettings(root));
  onAction(root, (action, button) => worksheet.act(action, button));
  onNewDay(() => worksheet.show());
}

class WhenToAsk {
  /**
   * @param {HTMLElement} root
   * @param {any} settings
   */
  constructor(root, settings) {
    this.root = root;
    this.settings = settings;
    this.choice = new InterviewChoice(root, () => this.openSheet());
    this.form = new Form(root, () => this.show(), this.initialValues);
    this.openSheet();
    redrawOnChange((changed) => hasChanged(changed, isOfInterview) && this.show());
  }

  /** Open the sheet of this interview that was kept last, or a new one. */
  openSheet() {
    const { records } = this.form;
    const sheets = records.all().filter((record) => belongsToCurrent(records, record));
    this.form.open(sheets.at(-1) ?? "");
  }

  /**
   * @param {string} action
   * @param {HTMLButtonElement} button
   */
  act(action, button) {
    if (action === "calendar") this.saveCalendar();
    if (action === "take-out" || action === "put-in") {
      this.form.write(...carriedBy(button, this.carriedValues()));
      focusOther(button);
    }
  }

  /** @param {string} field */
  read = (field) => this.form.read(field);

  /** @returns {Record<string, string>} The first values of a new sheet: its interview, and what is known about that. */
  initialValues = () => ({ ...this.carriedValues(), debrief: currentInterview() ?? "" });

  /** @returns {Record<string, string>} What the debrief and the note say, by field. */
  carriedValues = () => {
    const interview = currentInterview() ?? "";
    const read = (/** @type {string} */ field) => interviews.read(interview, field).trim();
    const note = threadOf(interview, {}).notes.at(-1);
    const isQuestion = this.settings.asking.includes(note?.case);
    return { interview: read("date"), name: read("company"), [isQuestion ? "asked" : "sent"]: read("sent") };
  };

  show() {
    const { records, record } = this.form;
    pinInterview(interviewOf(records, record) ?? currentInterview());
    this.choice.show(allInterviews(), currentInterview());
    showDays(this.root, this.read, this.settings);
    announceFirstDay(this.root, this.read, this.settings);
    this.showMissing();
    showCarried(this.root, this.carriedValues(), this.read);
  }

  /** Say what is still needed to compute the days, or what is impossible. */
  showMissing() {
    const [interview, promised] = ["interview", "promised"].map(this.read);
    const isTurned = promised !== "" && promised < interview;
    const turned = required(this.root, "[data-turned]", HTMLElement);
    setText(turned, (isTurned && turned.dataset.words) || "");
    const isCounted = daysFrom(this.read, this.settings) !== null;
    required(this.root, "[data-nothing-yet]", HTMLElement).hidden = isCounted || isTurned;
  }

  saveCalendar() {
    const { words } = this.settings;
    const name = this.form.read("name").trim() || words.unnamed;
    const events = Object.entries(daysFrom(this.read, this.settings) ?? {})
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

/** @param {string} id */
function isOfInterview(id) {
  return interviews.recordOf(id) !== null;
}
