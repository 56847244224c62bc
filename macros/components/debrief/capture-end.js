/** The end of capturing: what is written down, a reminder for tomorrow, and permission to stop. */

import { download } from "#files/download.js";
import { required } from "#page/elements.js";
import { calendarOf } from "#text/calendar.js";
import { daysAfter, today } from "#text/dates.js";
import { fill } from "#text/words.js";

export class CaptureEnd {
  /** @param {HTMLElement} root The worksheet. */
  constructor(root) {
    this.element = required(root, "[data-capture-end]", HTMLElement);
    this.title = required(this.element, "h2", HTMLElement);
    this.questions = required(this.element, "[data-end-questions]", HTMLElement);
    this.well = required(this.element, "[data-end-well]", HTMLElement);
  }

  /**
   * @param {number} count How many questions are written down.
   * @param {string} well What went well; "" for nothing.
   */
  show(count, well) {
    this.questions.hidden = count === 0;
    this.questions.textContent = fill(this.questions.dataset.words, { count });
    this.well.hidden = well === "";
    required(this.well, "[data-text]", HTMLElement).textContent = well;
    this.element.hidden = false;
    window.scrollTo(0, 0);
    this.title.focus();
  }

  hide() {
    this.element.hidden = true;
  }

  /** Save a calendar entry for tomorrow that says where the notes are, and nothing of what they say. */
  remind() {
    const { file, event, about } = this.element.dataset;
    const day = daysAfter(today(), 1);
    const address = location.href.replace(/[?#].*$/, "");
    const reminder = {
      id: `debrief-${day}@${location.host}`,
      day,
      title: event ?? "",
      text: `${about} ${address}`,
    };
    download(file ?? "", calendarOf([reminder], new Date()), "text/calendar");
  }
}
