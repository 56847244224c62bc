/**
 * A list of records on a worksheet, each drawn from the page's template. Readers add entries, remove them with a way
 * back, and move them up and down. All entries but one are folded if they have a title to press.
 */

import { arrive, goToTarget } from "../page/arrival.js";
import { allOf, onAction, required, setText, startWorksheet } from "../page/elements.js";
import { redrawOnChange } from "../store/changes.js";
import { fill } from "../text/words.js";
import { drawEntry } from "./entry-markup.js";
import { saveFields, showFields } from "./fields.js";
import { Folding } from "./folding.js";
import { newRecordName } from "./new-record-name.js";
import { canUndoRemoval, remove, undoRemoval } from "./removing.js";

/** @typedef {import("../store/changes.js").Changed} Changed */
/** @typedef {import("./records.js").Records} Records */

export class EntryList {
  /** The name of an entry that is saved as soon as the reader writes in it. */
  #unsaved = newRecordName();

  /**
   * @param {HTMLElement} root Contains the list [data-entries], the template and the buttons.
   * @param {Records} records
   * @param {object} options
   * @param {(record: string) => boolean} [options.isShown] Which records belong to this list.
   * @param {(record: string) => boolean} [options.isFirst] Which of these come before the others.
   * @param {() => Record<string, string>} [options.fresh] What a new record starts with.
   * @param {(element: HTMLElement, record: string) => void} [options.onShow] Called when an entry has been drawn or has
   *   changed.
   * @param {string} [options.title] The field that holds the title of an entry.
   * @param {boolean} [options.isReady] Whether the first ones always include an entry to write in.
   */
  constructor(root, records, options = {}) {
    const {
      isShown = () => true,
      isFirst = () => true,
      fresh = () => ({}),
      onShow = () => {},
      title = "",
      isReady = false,
    } = options;
    this.root = root;
    this.records = records;
    this.options = { isShown, isFirst, fresh, onShow, title, isReady };
    this.folding = new Folding();
    this.list = required(root, "[data-entries]", HTMLElement);
    this.template = required(root, "template", HTMLTemplateElement);
    this.status = required(root, "[data-list-status]", HTMLElement);
    this.undoButton = required(root, "[data-action='undo-remove']", HTMLButtonElement);
    this.#takeOver();
    startWorksheet(root);
    onAction(root, (action, button) => this.act(action, button));
    this.list.addEventListener("input", ({ target }) => this.#saveNew(target));
    redrawOnChange((changed) => this.follow(changed));
    this.folding.open = this.#linked() ?? this.all()[0] ?? null;
    this.show();
    arrive();
    window.addEventListener("hashchange", () => this.#openLinked());
  }

  /** @returns {readonly string[]} The records of this list, in order. */
  all() {
    const { isShown, isFirst, isReady } = this.options;
    const records = this.records.all().filter(isShown);
    const first = records.filter(isFirst);
    const others = records.filter((record) => !isFirst(record));
    return [...(first.length === 0 && isReady ? [this.#unsaved] : first), ...others];
  }

  /** @param {Records} records To show instead of the current ones, such as those of an example. */
  use(records) {
    this.records = records;
    this.open(this.all()[0] ?? "");
  }

  /** Draw new entries, take away removed ones, and put all in order. An entry that stays keeps the focus. */
  show() {
    const elements = this.#elements();
    const records = this.all();
    const there = new Set(records);
    this.folding.follow(records);
    for (const [record, element] of elements) if (!there.has(record)) element.remove();
    for (const [index, record] of records.entries()) {
      const element = elements.get(record) ?? this.#draw(record);
      if (this.list.children[index] !== element)
        this.list.insertBefore(element, this.list.children[index] ?? null);
      this.showEntry(element, record);
    }
    this.showUndo();
  }

  showUndo() {
    const isThere = canUndoRemoval(this.records);
    if (isThere === !this.undoButton.hidden) return;
    this.undoButton.hidden = !isThere;
    setText(this.status, isThere ? (this.status.dataset.removed ?? "") : "");
  }

  /**
   * @param {HTMLElement} element
   * @param {string} record
   */
  showEntry(element, record) {
    element.toggleAttribute("data-unsaved", record === this.#unsaved);
    showFields(element, this.records, record);
    this.folding.show(element, record, this.records.read(record, this.options.title));
    this.options.onShow(element, record);
  }

  /** @param {Changed} changed What was saved: fields of these records, or the set or order of the records. */
  follow(changed) {
    if (changed === null) return this.show();
    const ids = [...changed].filter((id) => this.records.recordOf(id) !== null);
    const records = new Set(ids.map((id) => this.records.recordOf(id) ?? ""));
    const elements = this.#elements();
    const there = new Set(this.all());
    const isInPlace = [...records].every((record) => there.has(record) && elements.has(record));
    if (!isInPlace || ids.some((id) => id.endsWith("--order"))) return this.show();
    for (const [record, element] of elements) if (records.has(record)) this.showEntry(element, record);
  }

  /**
   * @param {string} action
   * @param {HTMLButtonElement} button
   */
  act(action, button) {
    const element = button.closest("[data-entry]");
    const record = element instanceof HTMLElement ? (element.dataset.entry ?? "") : "";
    if (action === "add") this.focus(this.add());
    if (action === "remove") this.remove(record);
    if (action === "undo-remove") this.undoRemove();
    if (action === "move-up") this.move(record, -1, button);
    if (action === "move-down") this.move(record, 1, button);
    if (action === "fold") this.folding.toggle(button, record, () => this.show());
  }

  /** @returns {string} The new record. */
  add() {
    const record = this.records.add(this.options.fresh());
    this.open(record);
    return record;
  }

  /** @param {string} record */
  remove(record) {
    remove(this.records, [record]);
    this.show();
    this.undoButton.focus();
  }

  async undoRemove() {
    const back = await undoRemoval(this.records);
    this.show();
    if (back && this.all().includes(back)) this.focus(back);
  }

  /**
   * @param {string} record
   * @param {-1 | 1} step
   * @param {HTMLButtonElement} button It keeps the focus, so that it can be pressed again.
   */
  move(record, step, button) {
    const { isFirst } = this.options;
    const records = this.all().filter((each) => isFirst(each) === isFirst(record));
    const from = records.indexOf(record);
    const to = Math.min(Math.max(from + step, 0), records.length - 1);
    records.splice(to, 0, ...records.splice(from, 1));
    this.records.arrange(records);
    this.show();
    button.focus();
    this.status.textContent = fill(this.status.dataset.moved, { place: to + 1 });
  }

  /** @param {string} record The one to open; the others are folded. */
  open(record) {
    this.folding.open = record;
    this.show();
  }

  /** @param {string} record The one whose first field gets the focus. */
  focus(record) {
    this.open(record);
    const field = this.#elements().get(record)?.querySelector("textarea, input, select");
    if (field instanceof HTMLElement) field.focus();
  }

  /** @returns {string | null} The record of the field that the address leads to. */
  #linked() {
    const [, record] = decodeURIComponent(location.hash.slice(1)).split("--");
    return this.all().find((each) => each === record) ?? null;
  }

  /** Follow a link on this page to a field of an entry, which may be folded. */
  #openLinked() {
    const record = this.#linked();
    if (record === null) return;
    this.open(record);
    goToTarget();
  }

  /** Adopt the empty entry that was on the page before this script came, so that readers write in it. */
  #takeOver() {
    for (const [record, element] of this.#elements()) {
      this.#unsaved = record;
      saveFields(element, this.records, record);
    }
  }

  /** @param {string} record */
  #draw(record) {
    const element = drawEntry(this.template, this.records.kind, record);
    saveFields(element, this.records, record);
    return element;
  }

  /** @param {EventTarget | null} target The field that the reader writes in. */
  #saveNew(target) {
    const element = target instanceof Element ? target.closest("[data-entry]") : null;
    if (!(element instanceof HTMLElement) || element.dataset.entry !== this.#unsaved) return;
    this.records.add(this.options.fresh(), this.#unsaved);
    this.folding.open = this.#unsaved;
    this.#unsaved = newRecordName();
    this.show();
  }

  /** @returns {Map<string, HTMLElement>} The element of each drawn record. */
  #elements() {
    return new Map(
      allOf(this.list, ":scope > [data-entry]").map((element) => [element.dataset.entry ?? "", element]),
    );
  }
}
