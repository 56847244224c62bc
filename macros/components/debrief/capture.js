/**
 * One field of a debrief at a time, for a phone right after the interview: the questions, from the one
 * that hurts most, and what went well at the end. The fields are those of the worksheet, so everything is
 * saved as ever; the style sheet shows only the one that is marked.
 */

import { allOf, required } from "#page/elements.js";
import { fill } from "#text/words.js";

/** @typedef {import("#records/entry-list.js").EntryList} EntryList */

const LAST = "well";
const ROW_FIELDS = ["question", "response", "missing", "reaction"];
const NOW = "data-now";
/** In the address of a link that leads right to the first field. */
const HASH = "#capture";

export class Capture {
  /** @type {string | null} The row that is being written; null after the last. */
  row = null;
  /** @type {string | null} The field that is being written; null after the last of a row. */
  field = null;

  /**
   * @param {HTMLElement} root The worksheet.
   * @param {EntryList} list Its rows.
   */
  constructor(root, list) {
    this.root = root;
    this.list = list;
    this.panel = required(root, "[data-capture]", HTMLElement);
    this.status = required(root, "[data-capture-status]", HTMLElement);
  }

  /** A link may have led here. A browser that jumps to its target takes the focus away, until the page is shown. */
  start() {
    if (location.hash !== HASH) return;
    window.addEventListener("pageshow", () => this.act("capture"), { once: true });
  }

  get isOn() {
    return !this.panel.hidden;
  }

  /** @param {string} action */
  act(action) {
    if (action === "capture") this.go(this.openRow(), ROW_FIELDS[0]);
    if (action === "capture-next") this.next();
    if (action === "capture-back") this.back();
    if (action === "capture-another") this.go(this.list.add(), ROW_FIELDS[0]);
    if (action === "capture-done" || action === "capture-stop") this.stop();
  }

  next() {
    const after = this.field && ROW_FIELDS[ROW_FIELDS.indexOf(this.field) + 1];
    if (this.field === null) this.go(null, LAST);
    else if (after) this.go(this.row, after);
    else if (this.rowAt(1)) this.go(this.rowAt(1), ROW_FIELDS[0]);
    else this.go(this.row, null);
  }

  back() {
    const before = this.field ? ROW_FIELDS.indexOf(this.field) - 1 : ROW_FIELDS.length - 1;
    if (this.row === null) this.go(this.list.all().at(-1) ?? null, null);
    else if (before >= 0) this.go(this.row, ROW_FIELDS[before]);
    else this.go(this.rowAt(-1), ROW_FIELDS.at(-1) ?? null);
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
    return list.all().find((row) => list.records.read(row, ROW_FIELDS[0]) === "") ?? list.add();
  }

  /**
   * @param {string | null} row
   * @param {string | null} field
   */
  go(row, field) {
    this.row = row;
    this.field = field;
    this.root.dataset.capturing = "";
    this.panel.hidden = false;
    this.mark(this.fieldElement());
    this.showButtons();
    this.status.textContent = this.words();
    this.focus();
  }

  stop() {
    delete this.root.dataset.capturing;
    this.panel.hidden = true;
    this.mark(null);
    if (location.hash === HASH) history.replaceState(history.state, "", location.pathname);
    required(this.root, this.row ? "#debrief-rows" : "#debrief-interview", HTMLElement).focus();
  }

  /** Another tab may have removed the row. */
  follow() {
    if (this.isOn && this.row && !this.list.all().includes(this.row)) this.stop();
  }

  /** @returns {HTMLElement | null} The field that is being written. */
  fieldElement() {
    if (this.field === null) return null;
    const within = this.row === null ? "[data-interview]" : `[data-entry="${this.row}"]`;
    return required(this.root, `[data-live] ${within} [data-field="${this.field}"]`, HTMLElement);
  }

  /** @param {HTMLElement | null} element */
  mark(element) {
    for (const marked of allOf(this.root, `[${NOW}]`)) marked.removeAttribute(NOW);
    element?.closest(".field")?.setAttribute(NOW, "");
  }

  showButtons() {
    const isLast = this.row === null;
    const isFirst = this.field === ROW_FIELDS[0] && !this.rowAt(-1);
    const shown = {
      "capture-another": this.field === null,
      "capture-next": !isLast,
      "capture-done": isLast,
      "capture-back": !isFirst,
      "capture-stop": !isLast,
    };
    for (const [action, isShown] of Object.entries(shown)) this.button(action).hidden = !isShown;
  }

  /** @returns {string} Where the reader is. */
  words() {
    const { well, row, more } = this.status.dataset;
    if (this.row === null) return well ?? "";
    const part = this.field === null ? 0 : ROW_FIELDS.indexOf(this.field) + 1;
    const number = this.list.all().indexOf(this.row) + 1;
    return fill(part ? row : more, { number, part, total: ROW_FIELDS.length });
  }

  focus() {
    (this.fieldElement() ?? this.button("capture-another")).focus();
  }

  /** @param {string} action */
  button(action) {
    return required(this.panel, `[data-action="${action}"]`, HTMLButtonElement);
  }
}
