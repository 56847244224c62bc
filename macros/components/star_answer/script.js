import { download } from "#files/download.js";
import { downloadMarkdown } from "#files/markdown-file.js";
import { print } from "#files/printing.js";
import { fetchSettings } from "#files/settings.js";
import { oncePerFrame } from "#page/animation-frame.js";
import { allOf, onAction, required, setText } from "#page/elements.js";
import { whenUnfocused } from "#page/focus.js";
import { EntryList } from "#records/entry-list.js";
import { Example } from "#records/example.js";
import { ExampleRecords } from "#records/example-records.js";
import { writtenFields } from "#records/field-words.js";
import { fieldValue, saveFields } from "#records/fields.js";
import {
  allInterviews,
  belongsToCurrent,
  currentInterview,
  interviewOf,
  interviews,
  pinInterview,
  threadOf,
} from "#records/interviews.js";
import { Records } from "#records/records.js";
import { stepAfter } from "#records/thread.js";
import { areLong } from "#records/typing.js";
import { hasChanged, redrawOnChange } from "#store/changes.js";
import { heading, sections } from "#text/markdown.js";
import { PARTS } from "#text/star-parts.js";
import { Dock } from "../_parts/dock.js";
import { InterviewChoice } from "../_parts/interview-choice.js";
import { drawChecks, drawSummary, placePractice } from "./drawing.js";
import { Feelings } from "./feelings.js";

/** @typedef {import("#store/changes.js").Changed} Changed */
/** @typedef {import("#text/star-parts.js").Texts} Texts */
/** @typedef {import("#text/stories.js").Asked} Asked */
/** @typedef {import("./story-bank.js").StoryBank} StoryBank */

/** What has the four parts; the ratings inside an answer have fields of their own. */
const ANSWER = "[data-entry]:not([data-ratings])";
/** The record with the settings for all answers: the reader's rate of speech. */
const SETTINGS = "all";
/** In milliseconds: the pause in typing after which the summary of the checks is announced. */
const PAUSE = 1500;
/** The field of an answer that names the row of the debrief with its question. */
const ROW = "debrief-row";
/** The event with which the timer reports how many seconds have passed. */
const TIME = "practice-time";
/** The event with which the recorder hands over a recording. */
const FILE = "recorded-file";

/**
 * Answers in the four parts of STAR, checked while they are written.
 *
 * @param {HTMLElement} root
 * @returns {Promise<void>} Fulfilled once the existing answers are checked.
 */
export async function init(root) {
  const sheet = new StarSheet(root, await fetchSettings(root));
  onAction(root, (action, button) => sheet.act(action, button));
  root.addEventListener("input", ({ target }) => sheet.onInput(target));
  root.addEventListener(TIME, (event) => {
    if (event instanceof CustomEvent) sheet.showTime(event.target, event.detail);
  });
  root.addEventListener(FILE, (event) => {
    if (event instanceof CustomEvent) download(event.detail.name, event.detail.content, event.detail.type);
  });
  // A reader who goes into a field is about to write: fetch the checks by then.
  root.addEventListener("focusin", fetchChecks, { once: true });
  redrawOnChange((changed) => sheet.follow(changed));
  sheet.answerRow();
  sheet.showAll();
  await sheet.checked;
}

function fetchChecks() {
  return import("#text/star-checks.js");
}

class StarSheet {
  /** @type {Promise<void>} Fulfilled once the latest checks are shown. */
  checked = Promise.resolve();
  /** @type {Promise<StoryBank> | null} What draws the stories, once it is asked for. */
  #stories = null;
  #timer = 0;
  /** @type {WeakMap<HTMLElement, string>} The state of each answer that was checked last. */
  #checked = new WeakMap();
  /** @type {Set<HTMLElement>} Answers that were typed in since the last frame. */
  #typed = new Set();
  /** @type {Set<HTMLElement>} Answers whose checks were not announced yet. */
  #unannounced = new Set();
  #checkTyped = oncePerFrame(() => {
    this.#checkAll(this.#typed);
    this.showNext();
  });

  /**
   * @param {HTMLElement} root
   * @param {any} rules The rules and limits of the checks, and other settings.
   */
  constructor(root, rules) {
    this.root = root;
    this.rules = rules;
    this.states = JSON.parse(root.dataset.states ?? "");
    this.records = new Records("star-answer");
    this.rows = new Records("debrief-row");
    this.rate = required(root, "[data-field='rate']", HTMLInputElement);
    this.practice = required(root, "[data-practice]", HTMLElement);
    this.feelings = new Feelings(this.practice, this.records);
    this.bank = required(root, "[data-stories]", HTMLElement);
    this.settings = required(root, "[data-settings]", HTMLElement);
    this.dock = new Dock(root);
    this.example = new Example(root, () => this.toggleExample());
    this.usualRate = this.rate.defaultValue;
    saveFields(this.settings, this.records, SETTINGS);
    this.choice = new InterviewChoice(root, () => this.list.open(this.list.all()[0]));
    pinInterview(this.linkedInterview() ?? currentInterview());
    this.list = new EntryList(root, this.records, {
      isFirst: (record) => belongsToCurrent(this.records, record),
      fresh: () => ({ debrief: currentInterview() ?? "" }),
      title: "question",
      isReady: true,
      onShow: (element, record) => {
        this.showRow(element, record);
        unfoldWritten(element);
        this.check(element);
      },
    });
  }

  /**
   * @param {string} action
   * @param {HTMLButtonElement} button
   */
  act(action, button) {
    if (action.endsWith("-story")) this.actOnStory(action, button);
    this.example.act(action);
    if (action === "print") print();
    if (action === "print-blank") print({ blank: true });
    if (action === "export-markdown") this.export();
    this.showAll();
  }

  showAll() {
    this.showTools();
    this.showRate();
  }

  /** @returns {string | undefined} The interview of the answer, or of the row of a debrief, in the address. */
  linkedInterview() {
    const [, record = ""] = location.hash.split("--");
    return interviewOf(this.records, record) ?? interviewOf(this.rows, record);
  }

  /** Answers for the chosen interview come first; the others say which one they are for. */
  async showInterviews() {
    const current = currentInterview();
    const names = await this.choice.show(allInterviews(), current);
    for (const answer of allOf(this.root, "[data-entries] > [data-entry]")) {
      const interview = interviewOf(this.records, answer.dataset.entry ?? "");
      const name = interview === current ? undefined : names.get(interview ?? "");
      setText(required(answer, "[data-other-interview]", HTMLElement), name ?? "");
    }
  }

  /** Show the tools for answers once there are any, and practice in the one that is open. */
  showTools() {
    const isAny = this.records.all().length > 0;
    for (const button of allOf(this.root, "[data-needs-answer]")) button.hidden = !isAny;
    const [open] = allOf(this.root, "[data-entries] > :not([data-folded]) [data-practice-place]");
    if (open && !this.example.isOn) placePractice(this.practice, open);
    else if (!this.practice.isConnected) this.root.append(this.practice);
    this.feelings.show(this.practice.closest(ANSWER)?.getAttribute("data-entry") ?? "");
    this.showInterviews();
    this.showStories();
    this.showNext();
  }

  /** Every answer is a story. They are listed once there is one, or a question in a debrief. */
  async showStories() {
    const isAny = this.records.all().length + this.rows.all().length > 0;
    this.bank.hidden = !isAny;
    if (isAny) (await this.stories).show(this.rules.limits.stories);
  }

  get stories() {
    this.#stories ??= import("./story-bank.js").then(
      ({ StoryBank }) => new StoryBank(this.root, this.records, this.rows),
    );
    return this.#stories;
  }

  /**
   * @param {string} action
   * @param {HTMLButtonElement} button
   */
  async actOnStory(action, button) {
    const stories = await this.stories;
    if (action === "begin-story") this.begin(this.answerTo(stories.questionOf(button)));
    if (action === "use-story") stories.use(button);
    if (action === "undo-use-story") stories.undoUse();
    this.showStories();
  }

  /** @param {string} answer Opened, with the focus in its first part. */
  begin(answer) {
    this.list.open(answer);
    document.getElementById(`${PARTS[0]}--${answer}`)?.focus();
  }

  /** Lead to the next part of the answer that is open, or to what comes after an answer. */
  showNext() {
    const open = this.root.querySelector("[data-entries] > :not([data-folded])");
    if (!(open instanceof HTMLElement) || this.example.isOn) return this.dock.leadToStep(null, null);
    const texts = textsOf(open);
    const next = PARTS.find((part) => texts[part].trim() === "");
    const isBegun = PARTS.some((part) => texts[part].trim() !== "");
    if (next && isBegun) return this.dock.leadToField(required(open, `[data-field='${next}']`, HTMLElement));
    const interview = interviewOf(this.records, open.dataset.entry ?? "") ?? currentInterview();
    const step = next ? null : stepAfter("answers", threadOf(interview ?? "", {}), this.rules.weaknesses);
    this.dock.leadToStep(step, interview);
  }

  /**
   * Move the mark on the strip of an answer along with the timer inside that answer.
   *
   * @param {EventTarget | null} timer
   * @param {number} seconds
   */
  showTime(timer, seconds) {
    const answer = timer instanceof Element ? timer.closest("[data-entry]") : null;
    const now = answer?.querySelector("[data-now]");
    now?.setAttribute("x", `${Math.min(100, (seconds / this.rules.limits.seconds) * 100)}%`);
    now?.setAttribute("visibility", seconds > 0 ? "visible" : "hidden");
  }

  /** Show the rate of speech, and check every answer against it. */
  showRate() {
    whenUnfocused(this.rate, () => {
      this.rate.value = this.records.read(SETTINGS, "rate") || this.usualRate;
    });
    this.#checkAll(allOf(this.root, ANSWER));
  }

  /** @param {Changed} changed What was saved. The list draws the answers, and they are checked when they are drawn. */
  follow(changed) {
    const rate = this.records.id(SETTINGS, "rate");
    if (hasChanged(changed, (id) => interviews.recordOf(id) !== null)) this.list.show();
    this.showTools();
    if (hasChanged(changed, (id) => id === rate)) this.showRate();
  }

  /** @param {EventTarget | null} target What was typed in: an answer, or the rate. */
  onInput(target) {
    const answer = target instanceof Element ? target.closest("[data-entry]") : null;
    for (const typed of answer instanceof HTMLElement ? [answer] : allOf(this.root, ANSWER))
      if (!areLong(...Object.values(textsOf(typed)))) this.#typed.add(typed);
    this.#checkTyped();
  }

  /** @param {Iterable<HTMLElement>} answers */
  #checkAll(answers) {
    for (const answer of answers) this.check(answer);
    this.#typed.clear();
  }

  /**
   * Check an answer if it has changed, and announce the result politely once the reader pauses.
   *
   * @param {HTMLElement} answer
   */
  check(answer) {
    const texts = textsOf(answer);
    const looked = JSON.stringify([texts, this.wordsPerMinute()]);
    if (this.#checked.get(answer) === looked) return;
    this.#checked.set(answer, looked);
    this.checked = this.showChecks(answer, texts);
    this.#unannounced.add(answer);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#announce(), PAUSE);
  }

  async #announce() {
    await this.checked;
    for (const answer of this.#unannounced) drawSummary(answer);
    this.#unannounced.clear();
  }

  /**
   * @param {HTMLElement} answer
   * @param {Texts} texts
   */
  async showChecks(answer, texts) {
    if (Object.values(texts).every((text) => text.trim() === "")) return drawChecks(answer, this.states);
    const { checkAnswer, sharesOf } = await fetchChecks();
    // Meanwhile more may have been typed.
    const now = textsOf(answer);
    const checks = checkAnswer(now, this.rules, this.wordsPerMinute());
    drawChecks(answer, this.states, sharesOf(now, this.rules), checks);
  }

  /** @returns {number} The rate that the reader has set, or the usual one if theirs is not valid. */
  wordsPerMinute() {
    const isRate = this.rate.value !== "" && this.rate.validity.valid;
    return Number(isRate ? this.rate.value : this.usualRate);
  }

  /**
   * Show what was noted on this question in the debrief, if the answer comes from there.
   *
   * @param {HTMLElement} answer
   * @param {string} record
   */
  showRow(answer, record) {
    const row = this.records.read(record, "debrief-row");
    for (const line of allOf(answer, "[data-from-row]")) {
      const text = row && this.rows.read(row, line.dataset.fromRow ?? "");
      required(line, "[data-text]", HTMLElement).textContent = text;
      line.hidden = !text;
    }
  }

  /** A link may ask for the answer to a question of the debrief: open it, or begin one. */
  answerRow() {
    const row = /^#row--(\w+)$/.exec(location.hash)?.[1] ?? "";
    if (!this.rows.all().includes(row)) return;
    const answer = this.answerTo({ row, question: this.rows.read(row, "question") });
    history.replaceState(history.state, "", `#${PARTS[0]}--${answer}`);
    this.list.open(answer);
  }

  /**
   * @param {Asked} asked
   * @returns {string} The answer to it, or a new one, for the interview in which it was asked.
   */
  answerTo({ row, question }) {
    pinInterview(this.rows.read(row, "debrief") || currentInterview());
    const debrief = currentInterview() ?? "";
    const answer = row && this.records.all().find((each) => this.records.read(each, ROW) === row);
    return answer || this.records.add({ question, debrief, [ROW]: row });
  }

  /** Replace what is saved with the example, or bring it back. */
  toggleExample() {
    const { kind } = this.records;
    this.list.use(this.example.isOn ? new ExampleRecords(kind, [this.rules.example]) : this.records);
  }

  export() {
    const title = document.querySelector("h1")?.textContent ?? "";
    const answers = this.list.all().flatMap((answer) => this.#blocks(answer));
    downloadMarkdown(this.root.dataset.file ?? "", title, answers);
  }

  /** @param {string} answer */
  #blocks(answer) {
    const { question: _, ...words } = this.rules.fields;
    const question = this.records.read(answer, "question").trim();
    const title = question || (this.root.dataset.untitled ?? "");
    return [heading(2, title), ...sections(writtenFields(words, this.records, answer), 3)];
  }
}

/**
 * Unfold the follow-up and other questions in which something is written.
 *
 * @param {HTMLElement} answer
 */
function unfoldWritten(answer) {
  for (const fold of answer.querySelectorAll("details")) {
    const isWritten = [...fold.querySelectorAll("textarea")].some(({ value }) => value !== "");
    if (isWritten && !fold.open) fold.open = true;
  }
}

/**
 * @param {HTMLElement} answer
 * @returns {Texts}
 */
function textsOf(answer) {
  const texts = PARTS.map((part) => [
    part,
    fieldValue(required(answer, `[data-field='${part}']`, HTMLElement)),
  ]);
  return Object.fromEntries(texts);
}
