import { required } from "../page/elements.js";
import { whenUnfocused } from "../page/focus.js";
import { answerExcerpt } from "../text/words.js";
import { labelOf } from "./labels.js";

/** @typedef {{value: string, text: string, isOwn: boolean}} Choice `isOwn` when the reader wrote the text. */

/** A list to choose which interview or sheet is shown. It is visible only if there is a choice. */
export class Chooser {
  /** The choices that the list was made from, as JSON. */
  #made = "";

  /**
   * @param {HTMLElement} line Contains the list.
   * @param {(chosen: string) => void} onChoose
   */
  constructor(line, onChoose) {
    this.line = line;
    this.list = required(line, "select", HTMLSelectElement);
    this.list.addEventListener("input", () => onChoose(this.list.value));
  }

  /**
   * Set the choices, but only if they differ from those before, whatever a browser's translation made of the words, and
   * not while the list may be open: it would close.
   *
   * @param {Choice[]} choices
   * @param {string} current
   */
  show(choices, current) {
    this.line.hidden = choices.length < 2;
    whenUnfocused(this.list, () => {
      const data = JSON.stringify(choices);
      if (this.#made !== data) this.list.replaceChildren(...choices.map(option));
      this.#made = data;
      this.list.value = current;
    });
  }
}

/**
 * @param {Chooser} chooser Its list names the fields that make up the name of a sheet, and a name for a sheet without
 *   them.
 * @param {import("./records.js").Records} records
 * @param {readonly string[]} sheets
 * @returns {Choice[]}
 */
export function choicesOf({ list }, records, sheets) {
  const { label, untitled = "" } = list.dataset;
  return sheets.map((sheet, index) => {
    const name = answerExcerpt(list, labelOf(records, sheet, label));
    return { value: sheet, text: `${index + 1}. ${name || untitled}`, isOwn: name !== "" };
  });
}

/** @param {Choice} choice */
function option({ value, text, isOwn }) {
  return Object.assign(new Option(text, value), { dir: "auto", translate: !isOwn });
}
