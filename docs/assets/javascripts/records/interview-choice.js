/** The interviews that a reader keeps notes on: which one is shown, and the way back from removing one. */

import { required, setText } from "../page/elements.js";
import { canUndo } from "../store/undo.js";
import { excerpt } from "../text/words.js";
import { showChoices } from "./choices.js";

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
    showChoices(
      this.select,
      all.map((each) => this.choiceOf(interviews, each)),
      current,
    );
    this.line.hidden = all.length < 2;
    this.tools.hidden = all.length === 0;
    this.undoButton.hidden = !canUndo(UNDO);
    setText(this.status, this.undoButton.hidden ? "" : (this.status.dataset.removed ?? ""));
  }

  /**
   * @param {Records} interviews
   * @param {string} interview
   * @returns {import("./choices.js").Choice}
   */
  choiceOf(interviews, interview) {
    const parts = NAME.map((field) => interviews.read(interview, field)).filter(Boolean);
    const name = excerpt(this.root, parts.join(" · "));
    return { value: interview, text: name || (this.select.dataset.untitled ?? ""), isOwn: name !== "" };
  }
}
