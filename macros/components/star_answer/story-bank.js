import { required, setText } from "#page/elements.js";
import { whenUnfocused } from "#page/focus.js";
import { PARTS } from "#text/star-parts.js";
import { linesOf, storiesToReuse, unansweredQuestions, withLine, withoutLine } from "#text/stories.js";
import { fill, readerTextElement, shortened, showWords } from "#text/words.js";

/** @typedef {import("#records/records.js").Records} Records */
/** @typedef {import("#text/stories.js").Asked} Asked */
/** @typedef {import("#text/stories.js").Story} Story */

/** In characters: two lines on a phone. */
const LONGEST_TITLE = 90;

/** The stories that a reader has, the questions that each answers, and those that have no story yet. */
export class StoryBank {
  /** @type {Asked[]} The questions that are shown, in the order of the page. */
  #shown = [];
  /** @type {{story: string, question: string} | null} The last use of a story, which can be undone. */
  #used = null;
  /** What was drawn last. */
  #drawn = "";

  /**
   * @param {HTMLElement} root The worksheet.
   * @param {Records} records Its answers: each of them is a story.
   * @param {Records} rows Those of every debrief.
   */
  constructor(root, records, rows) {
    this.records = records;
    this.rows = rows;
    this.fold = required(root, "[data-stories]", HTMLDetailsElement);
    this.lists = required(this.fold, "[data-story-lists]", HTMLElement);
    this.enough = required(root, "[data-enough]", HTMLElement);
    this.undoButton = required(this.fold, "[data-action='undo-use-story']", HTMLButtonElement);
    this.status = required(this.fold, "[data-used]", HTMLElement);
  }

  /** @returns {Story[]} */
  get stories() {
    const read = (/** @type {string} */ record, /** @type {string} */ field) =>
      this.records.read(record, field).trim();
    return this.records.all().map((id) => ({
      id,
      question: read(id, "question"),
      row: read(id, "debrief-row"),
      also: read(id, "also"),
      isWhole: PARTS.every((part) => read(id, part) !== ""),
    }));
  }

  /** @returns {Asked[]} The questions in the debriefs of all interviews. */
  get asked() {
    return this.rows.all().map((row) => ({ row, question: this.rows.read(row, "question").trim() }));
  }

  /** @param {number} limit How many stories are enough. */
  show(limit) {
    const { stories, asked } = this;
    const data = JSON.stringify([stories, asked]);
    if (data === this.#drawn) return;
    this.#drawn = data;
    this.#showEnough(stories, limit);
    whenUnfocused(this.lists, () => this.#draw(stories, asked));
  }

  /**
   * @param {Story[]} stories
   * @param {Asked[]} asked
   */
  #draw(stories, asked) {
    const open = unansweredQuestions(asked, stories);
    const ours = JSON.parse(this.fold.dataset.questions ?? "[]").map((/** @type {string} */ question) => ({
      row: "",
      question,
    }));
    const others = unansweredQuestions([...asked, ...ours], stories).filter(({ row }) => row === "");
    this.#shown = [...open, ...others];
    this.#list(
      "[data-story-list]",
      stories.map((story) => this.#storyLine(story)),
    );
    this.#list(
      "[data-asked]",
      open.map((each, index) => this.#questionLine(each, index, stories)),
    );
    this.#list(
      "[data-ours]",
      others.map((each, index) => this.#questionLine(each, open.length + index, stories)),
    );
    const waiting = required(this.fold, "[data-waiting]", HTMLElement);
    setText(waiting, open.length > 0 ? fill(waiting.dataset.words, { count: open.length }) : "");
    required(this.fold, "[data-none]", HTMLElement).hidden = open.length > 0 || asked.length === 0;
  }

  /**
   * @param {string} selector
   * @param {Node[]} lines
   */
  #list(selector, lines) {
    const list = required(this.lists, selector, HTMLElement);
    list.replaceChildren(...lines);
    /** @type {HTMLElement} */ (list.parentElement).hidden = lines.length === 0;
  }

  /**
   * @param {Story} story
   * @returns {HTMLLIElement}
   */
  #storyLine(story) {
    const line = this.#link(story);
    const also = document.createElement("ul");
    also.append(...linesOf(story.also).map((question) => readerTextElement(question, "li")));
    if (also.firstChild) line.append(also);
    return line;
  }

  /** @param {Story} story */
  #link(story) {
    const line = document.createElement("li");
    const link = /** @type {HTMLAnchorElement} */ (readerTextElement(this.#titleOf(story), "a"));
    link.href = `#${this.records.kind}--${story.id}`;
    line.append(link);
    return line;
  }

  /** @param {Story} story */
  #titleOf({ question }) {
    return shortened(question, LONGEST_TITLE) || (this.fold.dataset.untitled ?? "");
  }

  /**
   * @param {Asked} asked
   * @param {number} index
   * @param {Story[]} stories Those that a reader may use for it.
   */
  #questionLine({ question }, index, stories) {
    const template = required(this.fold, "template", HTMLTemplateElement);
    const copy = document.importNode(template.content, true);
    const line = /** @type {HTMLElement} */ (copy.firstElementChild);
    const name = required(line, "[data-text]", HTMLElement);
    name.textContent = question;
    name.id = `without-story-${index}`;
    for (const control of line.querySelectorAll("button, summary"))
      control.setAttribute("aria-describedby", name.id);
    line.dataset.question = String(index);
    required(line, "ul", HTMLElement).append(...stories.map((story) => this.#useButton(story)));
    required(line, "details", HTMLElement).hidden = stories.length === 0;
    return line;
  }

  /** @param {Story} story */
  #useButton(story) {
    const line = document.createElement("li");
    const button = /** @type {HTMLButtonElement} */ (readerTextElement(this.#titleOf(story), "button"));
    Object.assign(button, { type: "button", className: "button button--quiet" });
    Object.assign(button.dataset, { action: "use-story", story: story.id });
    line.append(button);
    return line;
  }

  /**
   * @param {Story[]} stories
   * @param {number} limit
   */
  #showEnough(stories, limit) {
    const words = required(this.enough, "[data-words]", HTMLElement);
    const isEnough = stories.length >= limit;
    setText(words, isEnough ? fill(words.dataset.words, { count: stories.length }) : "");
    required(this.enough, "ul", HTMLElement).replaceChildren(
      ...storiesToReuse(stories).map((story) => this.#link(story)),
    );
    this.enough.hidden = !isEnough;
  }

  /**
   * @param {HTMLButtonElement} button
   * @returns {Asked} The question that it belongs to.
   */
  questionOf(button) {
    return this.#shown[Number(button.closest("[data-question]")?.getAttribute("data-question"))];
  }

  /** @param {HTMLButtonElement} button From now on its story also answers the question. */
  use(button) {
    const { question } = this.questionOf(button);
    const story = button.dataset.story ?? "";
    this.#used = { story, question };
    this.records.write(story, "also", withLine(this.records.read(story, "also"), question));
    this.#showUsed(question);
    this.status.focus();
  }

  undoUse() {
    const { story, question } = /** @type {{story: string, question: string}} */ (this.#used);
    this.records.write(story, "also", withoutLine(this.records.read(story, "also"), question));
    this.#showUsed("");
    required(this.fold, "summary", HTMLElement).focus();
  }

  /** @param {string} question The one just given to a story; "" for none. */
  #showUsed(question) {
    showWords(
      this.status,
      question && this.status.dataset.words,
      { question: shortened(question, LONGEST_TITLE) },
      "question",
    );
    this.undoButton.hidden = question === "";
  }
}
