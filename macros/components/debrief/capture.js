/**
 * One field of a debrief at a time, for a phone right after the interview: the questions, starting with the one that
 * went wrong, and what went well at the end. The fields are those of the worksheet, so everything is saved as usual;
 * the style sheet shows only the marked one, and hides the rest of the page.
 */

import { whenShown } from "#page/arrival.js";
import { allOf, required } from "#page/elements.js";
import { store } from "#store/store.js";
import { fill } from "#text/words.js";
import { CaptureEnd } from "./capture-end.js";

/** @typedef {import("#records/entry-list.js").EntryList} EntryList */

const LAST = "well";
const ROW_FIELDS = ["question", "response", "missing", "reaction"];
/** The question that went wrong gets every field; the others get those that fade first, and the rest in a calm hour. */
const ASKED_OF_OTHERS = 2;
const NOW = "data-now";
/** The fragment of a link straight to the first field. */
const HASH = "#capture";

export class Capture {
  /** @type {string | null} The row that is being written; null for the last field. */
  row = null;
  field = LAST;
  isKept = true;
  /** @type {string | null} The row added last. It is dropped if nothing is written in it. */
  #added = null;

  /**
   * @param {HTMLElement} root The worksheet.
   * @param {EntryList} list Its rows.
   */
  constructor(root, list) {
    this.root = root;
    this.list = list;
    this.head = required(root, "[data-capture-head]", HTMLElement);
    this.dock = required(root, "[data-capture-dock]", HTMLElement);
    this.status = required(root, "[data-capture-status]", HTMLElement);
    this.quote = required(root, "[data-capture-quote]", HTMLElement);
    this.savedSign = required(root, "[data-capture-saved]", HTMLElement);
    this.end = new CaptureEnd(root);
    store.onProblem((problems) => {
      this.isKept = !problems.has("blocked") && !problems.has("full");
    });
    root.addEventListener("input", () => this.isOn && this.showButtons());
    root.addEventListener("keydown", (event) => this.onKeydown(event));
    window.visualViewport?.addEventListener("resize", () => this.fit());
  }

  /** Begin at once if a link asked for it. */
  start() {
    if (location.hash === HASH) whenShown(() => this.act("capture"));
  }

  /** Whether a field is being written. */
  get isOn() {
    return !this.dock.hidden;
  }

  /** @param {string} action */
  act(action) {
    if (action === "capture") this.go(this.openRow(), ROW_FIELDS[0]);
    if (action === "capture-next" || action === "capture-skip") this.next();
    if (action === "capture-back") this.back();
    if (action === "capture-no-more") this.goLast();
    if (action === "capture-done" || action === "capture-stop") this.finish();
    if (action === "capture-calendar") this.end.remind();
    if (action === "capture-read") this.close("#debrief-rows");
    if (action === "capture-calm") this.findCause();
  }

  findCause() {
    this.list.open(this.list.all()[0] ?? "");
    this.close("[data-live] [data-entries] .debrief__cause input");
  }

  /**
   * Enter leads on, as the keyboard of a phone says.
   *
   * @param {KeyboardEvent} event
   */
  onKeydown(event) {
    if (!this.isOn || event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    if (event.target !== this.fieldElement()) return;
    event.preventDefault();
    if (this.row === null) this.finish();
    else this.next();
  }

  next() {
    const fields = this.fieldsOf(this.row);
    const after = fields[fields.indexOf(this.field) + 1];
    if (this.row === null) this.finish();
    else if (after) this.go(this.row, after);
    else this.go(this.rowAt(1) ?? this.addRow(), ROW_FIELDS[0]);
  }

  back() {
    const fields = this.fieldsOf(this.row);
    const before = fields[fields.indexOf(this.field) - 1];
    const row = this.row === null ? (this.list.all().at(-1) ?? null) : this.rowAt(-1);
    if (before) this.go(this.row, before);
    else this.go(row, this.fieldsOf(row).at(-1) ?? LAST);
  }

  goLast() {
    this.row = null;
    this.dropAdded();
    this.go(null, LAST);
  }

  /**
   * @param {string | null} row
   * @returns {string[]} The fields that are asked for it.
   */
  fieldsOf(row) {
    if (row === null) return [LAST];
    return row === this.list.all()[0] ? ROW_FIELDS : ROW_FIELDS.slice(0, ASKED_OF_OTHERS);
  }

  /**
   * @param {-1 | 1} step
   * @returns {string | null} The row before or after this one.
   */
  rowAt(step) {
    const rows = this.list.all();
    return rows[rows.indexOf(this.row ?? "") + step] ?? null;
  }

  /** @returns {string} The first row without a question, or a new one. */
  openRow() {
    const { list } = this;
    return list.all().find((row) => list.records.read(row, ROW_FIELDS[0]) === "") ?? this.addRow();
  }

  addRow() {
    this.#added = this.list.add();
    return this.#added;
  }

  /** Drop the added row if nothing is written in it. */
  dropAdded() {
    const { records } = this.list;
    const row = this.#added;
    this.#added = null;
    if (row && ROW_FIELDS.every((field) => records.read(row, field).trim() === "")) {
      records.drop(row);
      this.list.show();
    }
  }

  /**
   * @param {string | null} row
   * @param {string} field
   */
  go(row, field) {
    this.row = row;
    this.field = field;
    this.root.dataset.capturing = "field";
    this.head.hidden = this.dock.hidden = false;
    this.end.hide();
    if (row) this.list.open(row);
    this.mark(this.fieldElement());
    this.showHead();
    this.showButtons();
    this.showSaved();
    this.fit();
    this.fieldElement().focus();
  }

  /** Show what was written; if nothing was, go back to the worksheet. */
  finish() {
    this.dropAdded();
    const { records } = this.list;
    const questions = this.list.all().filter((row) => records.read(row, ROW_FIELDS[0]).trim() !== "");
    const well = required(this.root, `[data-live] [data-field="${LAST}"]`, HTMLTextAreaElement).value.trim();
    if (questions.length === 0 && well === "") return this.close("#debrief-rows");
    this.leave();
    this.root.dataset.capturing = "end";
    this.end.show(questions.length, well);
  }

  /** @param {string} selector What gets the focus. */
  close(selector) {
    this.leave();
    this.end.hide();
    delete this.root.dataset.capturing;
    required(this.root, selector, HTMLElement).focus();
  }

  leave() {
    this.head.hidden = this.dock.hidden = true;
    this.mark(null);
    if (location.hash === HASH) history.replaceState(history.state, "", location.pathname + location.search);
  }

  /** Something was saved, here or in another tab, which may have removed the row. */
  follow() {
    if (!this.isOn) return;
    if (this.row && !this.list.all().includes(this.row)) this.close("#debrief-rows");
    else this.showSaved();
  }

  /** @returns {HTMLTextAreaElement} The field that is being written. */
  fieldElement() {
    const within = this.row === null ? "[data-interview]" : `[data-entry="${this.row}"]`;
    return required(this.root, `[data-live] ${within} [data-field="${this.field}"]`, HTMLTextAreaElement);
  }

  /**
   * Mark the field that is being written: its label becomes a question, and its Enter key leads on.
   *
   * @param {HTMLTextAreaElement | null} field
   */
  mark(field) {
    for (const marked of allOf(this.root, `[${NOW}]`)) {
      marked.removeAttribute(NOW);
      const label = required(marked, "label", HTMLElement);
      label.textContent = label.dataset.label ?? "";
      required(marked, "textarea", HTMLTextAreaElement).enterKeyHint = "";
    }
    const place = field?.closest(".field");
    if (!field || !place) return;
    const label = required(place, "label", HTMLElement);
    place.setAttribute(NOW, "");
    field.enterKeyHint = this.row === null ? "done" : "next";
    label.dataset.label = label.textContent ?? "";
    label.textContent = this.question() ?? label.dataset.label;
  }

  /** @returns {string | undefined} The question that asks for the field. */
  question() {
    const asks = JSON.parse(this.head.dataset.asks ?? "{}");
    const isFirst = this.row === this.list.all()[0];
    return this.field === ROW_FIELDS[0] && !isFirst ? asks.next_question : asks[this.field];
  }

  /** Show where the reader is, and which question this is about. */
  showHead() {
    const { well, row } = this.status.dataset;
    const fields = this.fieldsOf(this.row);
    const part = fields.indexOf(this.field) + 1;
    const number = this.list.all().indexOf(this.row ?? "") + 1;
    this.status.textContent =
      this.row === null ? (well ?? "") : fill(row, { number, part, total: fields.length });
    for (const [index, dot] of allOf(this.head, "[data-dot]").entries()) {
      dot.hidden = this.row === null || index >= fields.length;
      dot.toggleAttribute("data-on", index < part);
    }
    const question = this.row === null ? "" : this.list.records.read(this.row, ROW_FIELDS[0]).trim();
    this.quote.hidden = question === "" || this.field === ROW_FIELDS[0];
    required(this.quote, "[data-text]", HTMLElement).textContent = question;
  }

  /** Hide the buttons that cannot act now. */
  showButtons() {
    const isLast = this.row === null;
    const isFirst = this.row === this.list.all()[0];
    const isEmpty = this.fieldElement().value.trim() === "";
    const asksForMore = !isLast && !isFirst && this.field === ROW_FIELDS[0];
    const shown = {
      "capture-back": !isFirst || this.field !== ROW_FIELDS[0],
      "capture-skip": isEmpty && !asksForMore,
      "capture-no-more": isEmpty && asksForMore,
      "capture-next": !isLast && !(isEmpty && asksForMore),
      "capture-done": isLast,
    };
    for (const [action, isShown] of Object.entries(shown))
      required(this.root, `[data-action="${action}"]`, HTMLButtonElement).hidden = !isShown;
  }

  showSaved() {
    const field = this.fieldElement();
    const record = field.closest("[data-entry]")?.getAttribute("data-entry") ?? "";
    const kind = this.row === null ? "debrief" : this.list.records.kind;
    const isSaved = field.value !== "" && store.read([kind, record, this.field].join("--")) === field.value;
    this.savedSign.hidden = !isSaved || !this.isKept;
  }

  /** End the page above an on-screen keyboard that covers it rather than shortening it. */
  fit() {
    const { visualViewport } = window;
    if (!this.isOn || !visualViewport) return;
    this.root.style.setProperty("--screen", `${visualViewport.height * visualViewport.scale}px`);
  }
}
