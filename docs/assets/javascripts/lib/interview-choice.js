/** The interviews that a reader keeps notes on: which one is shown, and the way back from removing one. */

import { required, setText } from "./elements.js";
import { canUndo } from "./undo.js";
import { excerpt } from "./words.js";

/** @typedef {import("./records.js").Records} Records */

/** The name for `undo` of removing an interview. */
export const UNDO = "remove:debrief";
const NAME = ["company", "role", "date"];

export class InterviewChoice {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.line = required(root, "[data-several]", HTMLElement);
    this.tools = required(root, "[data-interview-tools]", HTMLElement);
    this.select = required(root, "[data-interviews]", HTMLSelectElement);
    this.status = required(root, "[data-interview-status]", HTMLElement);
    this.undoButton = required(root, "[data-action='undo-remove-interview']", HTMLButtonElement);
  }

  /**
   * @param {Records} interviews
   * @param {string} current
   */
  show(interviews, current) {
    const all = interviews.all();
    const options = all.map((each) => new Option(this.nameOf(interviews, each), each));
    const isNew = options.map(({ text }) => text).join("\n") !== this.text;
    // A list that is open closes when its options are replaced.
    if (isNew) this.select.replaceChildren(...options);
    this.select.value = current;
    this.line.hidden = all.length < 2;
    this.tools.hidden = all.length === 0;
    this.undoButton.hidden = !canUndo(UNDO);
    setText(this.status, this.undoButton.hidden ? "" : (this.status.dataset.removed ?? ""));
  }

  /** What the list of interviews reads now. */
  get text() {
    return Array.from(this.select.options, ({ text }) => text).join("\n");
  }

  /**
   * @param {Records} interviews
   * @param {string} interview
   */
  nameOf(interviews, interview) {
    const parts = NAME.map((field) => interviews.read(interview, field)).filter(Boolean);
    return excerpt(this.root, parts.join(" · ")) || (this.select.dataset.untitled ?? "");
  }
}
