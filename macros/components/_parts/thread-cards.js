import { allOf, onAction, required, setText } from "#page/elements.js";
import { isDone } from "#page/list-progress.js";
import {
  chooseInterview,
  dateOf,
  ensureInterview,
  interviews,
  nameOf,
  threadOf,
} from "#records/interviews.js";
import { threadProgress } from "#records/thread.js";
import { saveNow } from "#records/typing.js";
import { today } from "#text/dates.js";
import { fill, shortened, showWords } from "#text/words.js";

/** @typedef {import("#records/thread.js").Station} Station */
/** @typedef {import("#records/thread.js").Step} Step */

/** The placeholder for the interview's name in the ids of the card. */
const PLACEHOLDER = "ENTRY";
/** In characters: two lines of a button on a phone. */
const LONGEST_QUESTION = 60;

/** The cards of interviews: the progress of each, its one next step, and what may have changed since. */
export class ThreadCards {
  /** @param {HTMLElement} root Also holds the items of all lists. */
  constructor(root) {
    this.root = root;
    this.place = required(root, "[data-threads]", HTMLElement);
    this.template = required(root, "[data-thread-card]", HTMLTemplateElement);
    this.words = JSON.parse(root.dataset.threadWords ?? "");
    onAction(this.place, (action, button) => this.change(action, button));
    this.place.addEventListener("click", ({ target }) => this.leave(target));
  }

  /**
   * @param {readonly string[]} shown The interviews to show.
   * @param {string | null} current The one whose next step stands out.
   */
  show(shown, current) {
    const cards = new Map(
      allOf(this.place, "[data-thread]").map((card) => [card.dataset.thread ?? "", card]),
    );
    for (const [interview, card] of cards) if (!shown.includes(interview)) card.remove();
    for (const [index, interview] of shown.entries()) {
      const card = cards.get(interview) ?? this.draw(interview);
      if (this.place.children[index] !== card)
        this.place.insertBefore(card, this.place.children[index] ?? null);
      this.showCard(card, interview, interview === current);
    }
  }

  /** @param {string} interview */
  draw(interview) {
    const fragment = /** @type {DocumentFragment} */ (this.template.content.cloneNode(true));
    for (const part of fragment.querySelectorAll("[id], [aria-labelledby]"))
      for (const name of ["id", "aria-labelledby"])
        if (part.hasAttribute(name))
          part.setAttribute(name, part.getAttribute(name)?.replace(PLACEHOLDER, interview) ?? "");
    const card = required(fragment, "[data-thread]", HTMLElement);
    card.dataset.thread = interview;
    return card;
  }

  /**
   * @param {HTMLElement} card
   * @param {string} interview
   * @param {boolean} isCurrent
   */
  showCard(card, interview, isCurrent) {
    const thread = threadOf(interview, this.openItems());
    const { stations, step } = threadProgress(thread, this.words.weaknesses);
    this.showName(card, interview);
    for (const station of stations) this.showStation(card, station, step);
    this.showStep(card, step, isCurrent);
    const { sent, outcome } = thread.interview;
    for (const button of card.querySelectorAll("button[data-action]")) {
      const action = button.getAttribute("data-action");
      button.setAttribute("aria-pressed", String(action === "sent" ? sent !== "" : action === outcome));
    }
  }

  /** @returns {Record<string, string | null>} The next open item of each list that a step leads to. */
  openItems() {
    const lists = /** @type {[string, string][]} */ (Object.entries(this.words.lists));
    return Object.fromEntries(lists.map(([name, list]) => [name, this.openItem(list)]));
  }

  /**
   * @param {string} list
   * @returns {string | null} Its first item that is not done; null when all are.
   */
  openItem(list) {
    const items = allOf(this.root, `[data-entry^="${list}--"]:not([data-retired])`);
    const ids = items.map(({ dataset }) => dataset.entry ?? "");
    return ids.find((id) => !isDone(id)) ?? null;
  }

  /**
   * @param {HTMLElement} card
   * @param {string} interview
   */
  showName(card, interview) {
    const heading = required(card, "[data-name]", HTMLElement);
    const { name, isOwn } = nameOf(interview, this.words.names);
    setText(heading, name);
    heading.translate = !isOwn;
    const date = required(card, "[data-date]", HTMLElement);
    setText(date, isOwn ? dateOf(interview, this.words.names) : "");
    date.hidden = date.textContent === "";
  }

  /**
   * A center may have hidden the page of a station or a step.
   *
   * @param {HTMLElement} card
   * @param {Station} station
   * @param {Step} step
   */
  showStation(card, { name, state, detail, values }, step) {
    const element = card.querySelector(`[data-station="${name}"]`);
    if (!(element instanceof HTMLElement)) return;
    element.dataset.state = state;
    const link = required(element, "a", HTMLAnchorElement);
    if (name === step.station) link.setAttribute("aria-current", "step");
    else link.removeAttribute("aria-current");
    setText(required(element, "[data-state-words]", HTMLElement), `(${this.words.states[state]})`);
    const words = detail === "cause" ? this.words.causes[values.cause] : this.words.details[detail];
    setText(required(element, "[data-detail]", HTMLElement), words ? fill(words, values) : "");
  }

  /**
   * @param {HTMLElement} card
   * @param {Step} step
   * @param {boolean} isCurrent
   */
  showStep(card, { name, question, anchor }, isCurrent) {
    const next = this.words.steps[name];
    required(card, "[data-next-step]", HTMLElement).hidden = !next;
    if (!next) return;
    const { text, help, page } = next;
    const link = required(card, "[data-step]", HTMLAnchorElement);
    showWords(link, text, { question: shortened(question, LONGEST_QUESTION) }, "question");
    link.href = anchor ? `${page.replace(/#.*/, "")}#${anchor}` : page;
    link.classList.toggle("button--primary", isCurrent);
    setText(required(card, "[data-help]", HTMLElement), help);
  }

  /**
   * Record that something has happened, or has not after all.
   *
   * @param {string} action
   * @param {HTMLButtonElement} button
   */
  change(action, button) {
    const card = button.closest("[data-thread]");
    if (!(card instanceof HTMLElement)) return;
    const interview = ensureInterview(card.dataset.thread ?? "");
    card.dataset.thread = interview;
    const isNew = button.getAttribute("aria-pressed") === "false";
    if (action === "sent") interviews.write(interview, "sent", isNew ? today() : "");
    else interviews.write(interview, "outcome", isNew ? action : "");
    saveNow();
  }

  /** @param {EventTarget | null} target If it is a link to a tool, the tool will show this interview. */
  leave(target) {
    const link = target instanceof Element ? target.closest("a") : null;
    const interview = link?.closest("[data-thread]")?.getAttribute("data-thread");
    if (!interview) return;
    chooseInterview(interview);
    saveNow();
  }
}
