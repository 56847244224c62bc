import { download } from "#files/download.js";
import { downloadMarkdown } from "#files/markdown-file.js";
import { print } from "#files/printing.js";
import { onAction, required, setText } from "#page/elements.js";
import { blurField, whenUnfocused } from "#page/focus.js";
import { EntryList } from "#records/entry-list.js";
import { Example } from "#records/example.js";
import { ExampleRecords } from "#records/example-records.js";
import { fieldWords, valueWords, writtenFields } from "#records/field-words.js";
import { saveField, showFields } from "#records/fields.js";
import { chooseInterview, currentInterview, threadOf } from "#records/interviews.js";
import { newRecordName } from "#records/new-record-name.js";
import { Records } from "#records/records.js";
import { canUndoRemoval, remove, undoRemoval } from "#records/removing.js";
import { stepAfter, threadProgress, weakestOf } from "#records/thread.js";
import { redrawOnChange } from "#store/changes.js";
import { csv } from "#text/csv.js";
import { today } from "#text/dates.js";
import { fieldList, heading } from "#text/markdown.js";
import { fill } from "#text/words.js";
import { Dock } from "../_parts/dock.js";
import { InterviewChoice } from "../_parts/interview-choice.js";
import { Capture } from "./capture.js";
import { DebriefSummary } from "./summary.js";

/** The name of its files, without the day. */
const FILE = "second-impression-debrief";

/**
 * Notes on interviews, question by question: the causes, the weakest answers, files.
 *
 * @param {HTMLElement} root
 */
export function init(root) {
  const debrief = new Debrief(root);
  onAction(root, (action) => debrief.act(action));
  root.addEventListener("input", ({ target }) => debrief.change(target));
  redrawOnChange(() => debrief.follow());
  required(root, "[data-live]", HTMLElement).hidden = false;
  debrief.capture.start();
}

class Debrief {
  interviews = new Records("debrief");
  rows = new Records("debrief-row");
  /** The interview that is shown. If it is new, it is saved as soon as something is written. */
  current = newRecordName();

  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.words = fieldWords(root);
    this.head = required(root, "[data-interview]", HTMLElement);
    this.example = new Example(root, () => this.toggleExample());
    this.current = this.interviews.inAddress() ?? this.lastChosen();
    this.list = new EntryList(root, this.rows, {
      isShown: (row) => this.rows.read(row, "debrief") === this.current,
      fresh: () => ({ debrief: this.ensureInterview() }),
      onShow: (element) => this.showRow(element),
      title: "question",
      isReady: true,
    });
    this.choice = new InterviewChoice(root, (interview) => this.switchTo(interview));
    this.undoButton = required(root, "[data-action='undo-remove-interview']", HTMLButtonElement);
    this.summary = new DebriefSummary(root);
    this.dock = new Dock(root);
    this.capture = new Capture(root, this.list);
    this.show();
  }

  /** @param {string} action */
  act(action) {
    /** @type {Record<string, () => unknown>} */
    const actions = {
      "new-interview": () => this.startInterview(),
      "remove-interview": () => this.removeInterview(),
      "undo-remove-interview": () => this.undoRemove(),
      print: () => print(),
      "print-blank": () => print({ blank: true }),
      "export-markdown": () => downloadMarkdown(FILE, this.root.ariaLabel ?? "", this.blocks()),
      "export-csv": () => download(`${FILE}-${today()}.csv`, this.csv(), "text/csv"),
    };
    actions[action]?.();
    this.example.act(action);
    this.capture.act(action);
  }

  /** @param {EventTarget | null} target What was changed. */
  change(target) {
    const field = target instanceof Element ? target.closest("[data-field]") : null;
    if (field instanceof HTMLElement && field.closest("[data-entry]") === this.head) {
      saveField(field, this.interviews, this.current);
      this.ensureInterview();
    }
    // An example is never saved, so no change is reported.
    if (this.example.isOn) this.show();
  }

  /** Something was saved, here or in another tab. */
  follow() {
    whenUnfocused(this.root, () => this.followRemoval());
    this.show();
    this.capture.follow();
  }

  /** Another tab may have removed the interview, or started the first one. */
  followRemoval() {
    if (!this.example.isOn && !this.isKept) this.switchTo(this.lastChosen());
  }

  show() {
    this.head.dataset.entry = this.current;
    showFields(this.head, this.interviews, this.current);
    this.choice.show(this.interviews.all(), this.current);
    this.showInterviewTools();
    this.summary.show(this.rows, this.list.all(), this.weakest());
    this.showNext();
  }

  showInterviewTools() {
    const status = required(this.root, "[data-interview-status]", HTMLElement);
    required(this.root, "[data-interview-tools]", HTMLElement).hidden = this.interviews.all().length === 0;
    this.undoButton.hidden = !canUndoRemoval(this.interviews);
    setText(status, this.undoButton.hidden ? "" : (status.dataset.removed ?? ""));
  }

  /** @param {HTMLElement} element */
  showRow(element) {
    const number = [...(element.parentElement?.children ?? [])].indexOf(element) + 1;
    const title = required(element, "[data-number]", HTMLElement);
    setText(title, this.titleOf(number));
    this.lockTexts(element);
  }

  /** @param {number} number Of a row, starting at 1. */
  titleOf(number) {
    return fill(required(this.root, "template", HTMLTemplateElement).dataset.words, { number });
  }

  // Interviews

  /** Whether the current interview is saved. */
  get isKept() {
    return this.interviews.all().includes(this.current);
  }

  /** @returns {string} The interview that was chosen last; without any, one that is not saved yet. */
  lastChosen() {
    const wasKept = this.interviews.idsOf(this.current).length > 0;
    return currentInterview() || (wasKept ? newRecordName() : this.current);
  }

  /** @returns {string} The current interview, which is saved from now on. */
  ensureInterview() {
    if (!this.example.isOn && !this.isKept) this.interviews.add({ current: "yes" }, this.current);
    return this.current;
  }

  startInterview() {
    this.choose(this.interviews.add());
    this.focus();
  }

  /** @param {string} interview It is shown now, and when the page is opened again. */
  choose(interview) {
    chooseInterview(interview);
    this.switchTo(interview);
  }

  /** @param {string} interview */
  switchTo(interview) {
    if (interview !== this.current) blurField(this.head);
    this.current = interview;
    this.list.show();
    this.show();
  }

  removeInterview() {
    remove(this.interviews, [this.current], [this.rows, this.list.all()]);
    this.switchTo(this.lastChosen());
    this.undoButton.focus();
  }

  async undoRemove() {
    const back = await undoRemoval(this.interviews);
    if (back) this.choose(back);
    this.focus();
  }

  focus() {
    required(this.head, "[data-field]", HTMLElement).focus();
  }

  // The weakest answers

  /** @returns {string[]} Up to three rows: the weakest first, those without a choice last, never a fine one. */
  weakest() {
    const read = (/** @type {string} */ row, /** @type {string} */ field) => this.rows.read(row, field);
    const rows = this.list
      .all()
      .map((row) => ({ id: row, question: read(row, "question"), weakness: read(row, "weakness") }));
    return weakestOf(rows, Object.keys(this.words.weakness.choices)).map(({ id }) => id);
  }

  /** Show the next step once something is written: the cause, or what comes after it. */
  showNext() {
    const thread = threadOf(this.current, {});
    const weaknesses = Object.keys(this.words.weakness.choices);
    const isWritten = !this.example.isOn && threadProgress(thread, weaknesses).stations[0].state === "done";
    this.dock.leadToStep(isWritten ? stepAfter("notes", thread, weaknesses) : null, this.current);
  }

  // The example

  /** Replace what is saved with the interview of the example, or bring it back. */
  toggleExample() {
    if (this.example.isOn) this.useExample(JSON.parse(this.example.note.dataset.example ?? "{}"));
    else this.use(new Records("debrief"), new Records("debrief-row"), currentInterview() || newRecordName());
  }

  /** @param {{interview: Record<string, string>, rows: Record<string, string>[]}} example */
  useExample({ interview, rows }) {
    const interviews = new ExampleRecords("debrief", [interview]);
    const [current] = interviews.all();
    const inExample = rows.map((row) => ({ ...row, debrief: current }));
    this.use(interviews, new ExampleRecords("debrief-row", inExample), current);
  }

  /**
   * @param {Records} interviews
   * @param {Records} rows
   * @param {string} current
   */
  use(interviews, rows, current) {
    Object.assign(this, { interviews, rows, current });
    this.list.use(rows);
    this.show();
    this.lockTexts(this.head);
  }

  /** @param {HTMLElement} element Read-only in an example, so that nobody writes there what they want to keep. */
  lockTexts(element) {
    for (const text of element.querySelectorAll("textarea")) text.readOnly = this.example.isOn;
    for (const line of element.querySelectorAll("input")) line.readOnly = this.example.isOn;
  }

  // Files

  /** @returns {string[]} The rows in which something is written. */
  writtenRows() {
    return this.list.all().filter((row) => writtenFields(this.words, this.rows, row).length > 0);
  }

  /** @returns {string[]} What is written, in Markdown. */
  blocks() {
    const rows = this.writtenRows().flatMap((row, index) => [
      heading(2, this.titleOf(index + 1)),
      ...fieldList(writtenFields(this.words, this.rows, row)),
    ]);
    return [...fieldList(writtenFields(this.words, this.interviews, this.current)), ...rows];
  }

  /** @returns {string} One line for each question, each with the fields of the interview. */
  csv() {
    const fields = Object.keys(this.words);
    const rows = this.writtenRows();
    const line = (/** @type {string} */ row) =>
      fields.map((field) => {
        const value = this.interviews.read(this.current, field) || this.rows.read(row, field);
        return valueWords(this.words, field, value);
      });
    return csv([
      fields.map((field) => this.words[field].label),
      ...(rows.length > 0 ? rows : [""]).map(line),
    ]);
  }
}
