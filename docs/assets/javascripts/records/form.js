/**
 * A worksheet that is a form: it shows the fields of one record at a time, with a list of those that are kept.
 *
 * If the page has a box to tick for it, a record is kept only if the reader asks for that; otherwise from the first
 * word on.
 */

import { downloadMarkdown } from "../files/markdown-file.js";
import { print } from "../files/printing.js";
import { onAction, required, startWorksheet } from "../page/elements.js";
import { blurField } from "../page/focus.js";
import { hasChanged, redrawOnChange } from "../store/changes.js";
import { sections } from "../text/markdown.js";
import { Chooser, choicesOf } from "./chooser.js";
import { Draft } from "./draft.js";
import { fieldWords, writtenFields } from "./field-words.js";
import { saveField, showFields } from "./fields.js";
import { newRecordName } from "./new-record-name.js";
import { Records } from "./records.js";
import { canUndoRemoval, remove, undoRemoval } from "./removing.js";
import { saveNow } from "./typing.js";

/** @typedef {import("../store/changes.js").Changed} Changed */

export class Form {
  /** The input that is not kept. */
  draft = new Draft({});
  /** The name of the current record if it is kept; otherwise "". */
  record = "";

  /**
   * @param {HTMLElement} root
   * @param {() => void} onShow Called when the fields have been filled or have changed.
   * @param {() => Record<string, string>} [fresh] The values that a new record starts with.
   */
  constructor(root, onShow, fresh = () => ({})) {
    this.root = root;
    this.onShow = onShow;
    this.fresh = fresh;
    this.kind = root.dataset.worksheet ?? "";
    this.records = new Records(this.kind);
    this.words = fieldWords(root);
    this.fields = required(root, "[data-entry]", HTMLElement);
    this.chooser = new Chooser(required(root, "[data-choose]", HTMLElement), (record) => this.open(record));
    this.keepBox = root.querySelector("input[data-keep]");
    root.addEventListener("input", ({ target }) => this.onInput(target));
    onAction(root, (action) => this.act(action));
    redrawOnChange((changed) => this.follow(changed));
    startWorksheet(root);
    required(root, "[data-entries]", HTMLElement).hidden = false;
  }

  /** Show the newest record, or empty fields if records are kept only on request. */
  start() {
    this.open(this.keepBox ? "" : (this.records.all().at(-1) ?? ""));
  }

  /** @param {string} name */
  read(name) {
    return this.#source.read(this.record, name);
  }

  /** @param {string} record "" for a new one. */
  open(record) {
    if (record !== this.record) blurField(this.fields);
    this.record = record;
    this.draft = new Draft(this.fresh());
    this.show();
  }

  show() {
    this.fields.dataset.entry = this.record;
    showFields(this.fields, this.#source, this.record);
    this.#showTools();
    this.#guard();
    this.onShow();
  }

  /** @param {EventTarget | null} target The field that changed. */
  onInput(target) {
    if (target === this.keepBox) return this.#isWanted ? this.keep() : this.stopKeeping();
    const field = target instanceof Element ? target.closest("[data-field]") : null;
    if (!(field instanceof HTMLElement) || !this.fields.contains(field)) return;
    saveField(field, this.#source, this.record);
    this.#showWritten();
  }

  /**
   * @param {string} name
   * @param {string} value
   */
  write(name, value) {
    this.#source.write(this.record, name, value);
    saveNow();
    this.#showWritten();
  }

  #showWritten() {
    if (!this.record && this.#isWanted) this.keep();
    else this.show();
  }

  /** Save the record from now on, with everything written so far. */
  keep() {
    this.record = this.records.add(this.draft.fields, newRecordName());
    this.draft = new Draft({});
    this.show();
  }

  /** Stop saving the record. Its text stays until the reader leaves the page. */
  stopKeeping() {
    const fields = Object.keys(this.words).map((name) => [name, this.read(name)]);
    this.draft = new Draft(Object.fromEntries(fields));
    const { record } = this;
    this.record = "";
    remove(this.records, [record]);
    this.show();
  }

  remove() {
    remove(this.records, [this.record]);
    this.open("");
    required(this.root, "[data-action='undo-remove']", HTMLButtonElement).focus();
  }

  async undoRemove() {
    this.open((await undoRemoval(this.records)) ?? "");
    this.focus();
  }

  focus() {
    const field = this.fields.querySelector("textarea, input, select");
    if (field instanceof HTMLElement) field.focus();
  }

  /** @param {Changed} changed What changed, here or in another tab. */
  follow(changed) {
    if (!hasChanged(changed, (id) => this.records.recordOf(id) !== null)) return;
    if (this.record && !this.records.all().includes(this.record)) this.open("");
    else this.show();
  }

  /** @param {string} action */
  act(action) {
    /** @type {Record<string, () => unknown>} */
    const actions = {
      new: () => {
        saveNow();
        this.open("");
        this.focus();
      },
      remove: () => this.remove(),
      "undo-remove": () => this.undoRemove(),
      print: () => print(),
      "print-blank": () => print({ blank: true }),
      "export-markdown": () => this.export(),
    };
    actions[action]?.();
  }

  export() {
    const title = document.querySelector("h1")?.textContent ?? "";
    const written = writtenFields(this.words, this.#source, this.record);
    downloadMarkdown(this.kind, title, sections(written, 2));
  }

  get #source() {
    return this.record ? this.records : this.draft;
  }

  /** Whether the reader's input is to be kept. */
  get #isWanted() {
    return !(this.keepBox instanceof HTMLInputElement) || this.keepBox.checked;
  }

  #showTools() {
    const records = this.records.all();
    if (this.keepBox instanceof HTMLInputElement) this.keepBox.checked = this.record !== "";
    this.root.toggleAttribute("data-is-kept", this.record !== "");
    required(this.root, "[data-removed]", HTMLElement).hidden = !canUndoRemoval(this.records);
    for (const action of ["new", "remove"])
      required(this.root, `[data-action='${action}']`, HTMLButtonElement).hidden = !this.record;
    const kept = choicesOf(this.chooser, this.records, records);
    const unsaved = { value: "", text: this.chooser.list.dataset.unsaved ?? "", isOwn: false };
    this.chooser.show(this.record ? kept : [unsaved, ...kept], this.record);
  }

  /** Let the browser ask before it leaves a page with input that is not kept. */
  #guard() {
    const fresh = this.fresh();
    const written = Object.entries(this.draft.fields);
    const isAtRisk = !this.record && written.some(([name, value]) => value !== (fresh[name] ?? ""));
    if (isAtRisk) window.addEventListener("beforeunload", ask);
    else window.removeEventListener("beforeunload", ask);
  }
}

/** @param {BeforeUnloadEvent} event */
function ask(event) {
  event.preventDefault();
}
