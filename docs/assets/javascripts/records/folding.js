/**
 * One entry of a list is open, and the others are folded to their title. They have [data-folded], which the style sheet
 * ignores on paper. Entries without a title to press do not fold.
 */

import { setText } from "../page/elements.js";
import { shortened } from "../text/words.js";

/** In characters: two lines on a phone. */
const LONGEST_TITLE = 90;

export class Folding {
  /** @type {string | null} The open entry; null for none. */
  open = null;

  /**
   * Open or fold an entry. Nothing moves under the reader's finger: the title stays in place while entries above it
   * fold.
   *
   * @param {HTMLElement} title The one that was pressed.
   * @param {string} record
   * @param {() => void} show
   */
  toggle(title, record, show) {
    const before = title.getBoundingClientRect().top;
    this.open = this.open === record ? null : record;
    show();
    window.scrollBy(0, title.getBoundingClientRect().top - before);
  }

  /** @param {readonly string[]} records The current ones. If the open one is gone, the first one opens. */
  follow(records) {
    if (this.open !== null && !records.includes(this.open)) this.open = records[0] ?? null;
  }

  /**
   * @param {HTMLElement} element The entry.
   * @param {string} record
   * @param {string} name The reader's title for it; "" if there is none yet.
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
