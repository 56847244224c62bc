import { allOf, required, setText } from "#page/elements.js";
import { chooseInterview } from "#records/interviews.js";
import { saveNow } from "#records/typing.js";
import { fill, shortened, showWords } from "#text/words.js";

/** @typedef {import("#records/thread.js").Step} Step */

/** In characters: a button of two lines on a phone. */
const LONGEST_QUESTION = 40;

/** The bar at the bottom of the screen: the one thing to do next, in this tool or after it. */
export class Dock {
  /** @type {HTMLElement | null} The field that comes next in this tool. */
  #field = null;
  /** @type {string | null} The interview that the step after this tool is about. */
  #interview = null;

  /** @param {HTMLElement} root */
  constructor(root) {
    this.bar = required(root, "[data-dock]", HTMLElement);
    this.button = required(this.bar, "[data-action='next-field']", HTMLButtonElement);
    this.button.addEventListener("click", () => this.#goOn());
    for (const link of this.#links()) link.addEventListener("click", () => this.#leave());
  }

  /** @param {HTMLElement} field Its label names the button. */
  leadToField(field) {
    this.#field = field;
    const label = labelOf(field)?.textContent ?? "";
    setText(this.button, fill(this.button.dataset.words, { field: label.trim() }));
    setHidden(this.button, false);
    this.#show(null);
  }

  /**
   * @param {Step | null} step null for none.
   * @param {string | null} interview
   */
  leadToStep(step, interview) {
    this.#interview = interview;
    setHidden(this.button, true);
    this.#show(step);
  }

  /** @param {Step | null} step A center may have hidden its page. */
  #show(step) {
    for (const link of this.#links()) {
      setHidden(link, link.dataset.step !== step?.name);
      if (step && !link.hidden) showStep(link, step);
    }
    setHidden(
      this.bar,
      allOf(this.bar, "a, button").every(({ hidden }) => hidden),
    );
  }

  #goOn() {
    const field = this.#field;
    field?.focus({ preventScroll: true });
    if (field) labelOf(field)?.scrollIntoView({ block: "start" });
  }

  /** The next tool shows the same interview. */
  #leave() {
    if (this.#interview !== null) chooseInterview(this.#interview);
    saveNow();
  }

  /** @returns {HTMLAnchorElement[]} */
  #links() {
    return /** @type {HTMLAnchorElement[]} */ (allOf(this.bar, "a[data-step]"));
  }
}

/**
 * @param {HTMLAnchorElement} link
 * @param {Step} step
 */
function showStep(link, { question, anchor }) {
  showWords(link, link.dataset.words, { question: shortened(question, LONGEST_QUESTION) }, "question");
  if (anchor) link.hash = anchor;
}

/**
 * Called on every keystroke: if nothing changes, the browser has nothing to lay out.
 *
 * @param {HTMLElement} element
 * @param {boolean} hidden
 */
function setHidden(element, hidden) {
  if (element.hidden !== hidden) element.hidden = hidden;
}

/** @param {HTMLElement} field */
function labelOf(field) {
  return field.closest(".field")?.querySelector("label");
}
