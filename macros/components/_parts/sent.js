import { required } from "#page/elements.js";
import { whenUnfocused } from "#page/focus.js";
import { ensureInterview, interviews } from "#records/interviews.js";
import { saveNow } from "#records/typing.js";
import { today } from "#text/dates.js";

/** Marks the note of an interview as sent, with the day. The interview keeps it: its next step depends on it. */
export class SentStatus {
  /**
   * @param {HTMLElement} root
   * @param {() => string | null} interview The one that the note is about.
   */
  constructor(root, interview) {
    this.interview = interview;
    this.button = required(root, "[data-sent] [data-action='sent']", HTMLButtonElement);
    this.details = required(root, "[data-then]", HTMLElement);
    this.day = required(root, "[data-day]", HTMLInputElement);
    this.day.addEventListener("input", () => this.day.value && this.keep(this.day.value));
  }

  toggle() {
    this.keep(this.sentDay ? "" : today());
    this.show();
  }

  /** @returns {string} The day; "" if the note is not sent. */
  get sentDay() {
    return interviews.read(this.interview() ?? "", "sent");
  }

  /** @param {string} day */
  keep(day) {
    interviews.write(ensureInterview(this.interview() ?? ""), "sent", day);
    saveNow();
  }

  show() {
    this.button.setAttribute("aria-pressed", String(this.sentDay !== ""));
    this.details.hidden = this.sentDay === "";
    whenUnfocused(this.day, () => {
      this.day.value = this.sentDay;
    });
  }
}
