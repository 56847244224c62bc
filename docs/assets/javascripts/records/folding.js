/**
 * Of the entries of a list one is open, and the others are folded to their title: [data-folded] for the style sheet,
 * which shows all of them on paper. Without a title to press, entries do not fold.
 */

import { setText } from "../page/elements.js";
import { shortened } from "../text/words.js";

/** In signs: two lines on a phone. */
const LONGEST_TITLE = 90;

export class Folding {
  /** @type {string | null} The entry that is open; null for none. */
  open = null;

  /**
   * Nothing moves under the reader's finger: the title stays where it is while what is above it folds.
   *
   * @param {HTMLElement} title The one that was pressed.
   * @param {string} record
   * @param {() => void} show
   */
  press(title, record, show) {
    const before = title.getBoundingClientRect().top;
    this.open = this.open === record ? null : record;
    show();
    window.scrollBy(0, title.getBoundingClientRect().top - before);
  }

  /** @param {readonly string[]} records What is there. Another one is open when the open one has gone. */
  follow(records) {
    if (this.open !== null && !records.includes(this.open)) this.open = records[0] ?? null;
  }

  /**
   * @param {HTMLElement} element The entry.
   * @param {string} record
   * @param {string} name What the reader calls it; "" for nothing yet.
   */
  show(element, record, name) {
    const title = element.querySelector("[data-action='fold']");
    if (!(title instanceof HTMLElement)) return;
    const isOpen = this.open === record;
    element.toggleAttribute("data-folded", !isOpen);
    title.setAttribute("aria-expanded", String(isOpen));
    const text = title.querySelector("[data-title]");
    if (text instanceof HTMLElement)
      setText(text, shortened(name.trim(), LONGEST_TITLE) || (title.dataset.untitled ?? ""));
  }
}
