import { copy } from "../lib/clipboard.js";
import { Demonstration } from "../lib/demonstration.js";
import { download, today } from "../lib/download.js";
import { allOf, onAction, required, startWorksheet } from "../lib/elements.js";
import { fieldsIn, fieldValue, showFields } from "../lib/fields.js";
import { mailAddress } from "../lib/mail.js";
import { checks } from "../lib/note-checks.js";
import { caseOf, compose, dayInWords, neededFields } from "../lib/note-text.js";
import { print } from "../lib/printing.js";
import { Records } from "../lib/records.js";
import { store } from "../lib/store.js";
import { saveNow } from "../lib/typing.js";
import { canUndo, undo, undoable } from "../lib/undo.js";
import { fill } from "../lib/words.js";

/** @typedef {import("../lib/note-checks.js").Context} Context */

/** The texts of a note. Each has a field of its own that tells that the reader changed it by hand. */
const TEXTS = ["subject", "note"];
const BY_HAND = "-by-hand";
/** The field with the moment when a note was last chosen: the latest one is current. */
const CHOSEN = "chosen";
const REMOVE = "remove:follow-up-note";
/** In milliseconds: a pause in typing, before the checks are read out. */
const PAUSE = 1000;

/**
 * Writes a note from the answers in its steps, checks it, and hands it to the reader.
 *
 * @param {HTMLElement} root
 */
export function init(root) {
  const sheet = new FollowUpNote(root);
  sheet.choose(sheet.current());
  root.addEventListener("input", ({ target }) => {
    if (target === sheet.chooser) sheet.pick(sheet.chooser.value);
    else if (target instanceof HTMLElement) sheet.type(target.closest("[data-field]"));
  });
  onAction(root, (action) => sheet.act(action));
  store.onChange((changed) => {
    for (const id of changed ?? [null]) sheet.follow(id);
  });
  startWorksheet(root);
  sheet.form.hidden = false;
}

class FollowUpNote {
  /** @type {Pick<Records, "read" | "write">} Where the fields are read and written. */
  source;
  records = new Records("follow-up-note");
  /** The note that is shown; "" until something is written. */
  record = "";
  readOutTimer = 0;

  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.source = this.records;
    this.settings = JSON.parse(root.dataset.settings ?? "");
    this.form = required(root, "[data-entries]", HTMLElement);
    this.entry = required(this.form, "[data-entry]", HTMLElement);
    this.chooser = required(root, "[data-chooser]", HTMLSelectElement);
    this.mail = required(root, "[data-action='open-mail']", HTMLAnchorElement);
  }

  // Which note

  /** @returns {string} The note that was chosen last. */
  current() {
    const moment = (/** @type {string} */ record) => Number(this.records.read(record, CHOSEN));
    return this.records.all().reduce((last, each) => (moment(each) >= moment(last) ? each : last), "");
  }

  /** @param {string} record It stays current. */
  pick(record) {
    this.records.write(record, CHOSEN, String(Date.now()));
    this.choose(record);
  }

  /** @param {string} record */
  choose(record) {
    this.record = record;
    this.followSteps();
    this.show();
  }

  add() {
    this.choose(this.records.add({ [CHOSEN]: String(Date.now()) }));
    this.focus();
  }

  remove() {
    this.records.remove(REMOVE, [this.record]);
    this.choose(this.current());
    this.button("undo-remove").focus();
  }

  undoRemove() {
    const before = new Set(this.records.all());
    undo(REMOVE);
    this.pick(this.records.all().find((record) => !before.has(record)) ?? this.record);
    this.focus();
  }

  focus() {
    this.entry.querySelector("input")?.focus();
  }

  /** @param {string | null} id What changed, here or in another tab; null for anything. */
  follow(id) {
    const changed = id === null ? this.record : this.records.recordOf(id);
    if (this.isExample || changed === null) return;
    const shown = this.record;
    if (!this.records.all().includes(shown)) this.record = this.current();
    // A note that is not there yet is left alone: the reader types its first letter just now.
    if (changed === this.record || shown !== this.record) this.show();
    else this.showChooser();
  }

  // What is written

  /** @param {Element | null} field */
  type(field) {
    if (!(field instanceof HTMLElement)) return;
    const name = field.dataset.field ?? "";
    const value = fieldValue(field);
    if (!this.isExample && !this.record) this.records.add({ [CHOSEN]: String(Date.now()), [name]: value });
    this.write(name, value);
    if (TEXTS.includes(name)) this.write(name + BY_HAND, "yes");
    this.followSteps();
    this.show();
  }

  /** The texts say what the steps say, but for one that the reader changed by hand. */
  followSteps() {
    if (!this.record) return;
    /** @type {Record<string, string>} */
    const texts = { ...compose(this.settings, this.answers, today()) };
    for (const name of TEXTS) {
      const follows = !this.read(name + BY_HAND);
      if (follows && this.read(name) !== texts[name]) this.write(name, texts[name]);
    }
  }

  writeAnew() {
    saveNow();
    const ids = TEXTS.flatMap((name) => [name, name + BY_HAND]).map((name) =>
      this.records.id(this.record, name),
    );
    undoable(this.undoName, ids, () => {
      for (const name of TEXTS) this.write(name + BY_HAND, "");
      this.followSteps();
      saveNow();
    });
    this.show();
    this.button("undo-write-anew").focus();
  }

  /** The way back has a way back too: what was written since then is kept for it. */
  undoWriteAnew() {
    saveNow();
    const ids = this.records.fieldsOf(this.record);
    undoable(this.undoName, ids, () => undo(this.undoName));
    this.show();
  }

  /** @param {string} name */
  read(name) {
    return this.source.read(this.record, name);
  }

  /**
   * @param {string} name
   * @param {string} value
   */
  write(name, value) {
    this.source.write(this.record, name, value);
  }

  get undoName() {
    return `write-anew:${this.record}`;
  }

  /** @returns {Record<string, string>} What is in the steps, by field. */
  get answers() {
    const names = this.settings.fields.map((/** @type {{id: string}} */ { id }) => id);
    return Object.fromEntries(names.map((/** @type {string} */ name) => [name, this.read(name)]));
  }

  // An invented example

  get isExample() {
    return this.source !== this.records;
  }

  startExample() {
    this.source = new Demonstration(this.settings.example);
    this.choose("example");
    this.button("end-example").focus();
  }

  endExample() {
    this.source = this.records;
    this.choose(this.current());
    this.button("example").focus();
  }

  // What is shown

  show() {
    this.entry.dataset.entry = this.record;
    showFields(this.entry, this.source, this.record);
    this.showChooser();
    this.showSteps();
    this.showTools();
    this.showChecks();
  }

  showChooser() {
    const records = this.records.all();
    this.chooser.replaceChildren(
      ...records.map((record, index) => new Option(this.label(record, index), record)),
    );
    this.chooser.value = this.record;
    required(this.root, "[data-choose]", HTMLElement).hidden = this.isExample || records.length < 2;
  }

  /**
   * @param {string} record
   * @param {number} index
   */
  label(record, index) {
    const names = ["recipient", "topic"].map((name) => this.records.read(record, name)).filter(Boolean);
    return `${index + 1}. ${names.join(" · ") || this.chooser.dataset.untitled}`;
  }

  /** Beside each field stands what it is for in this case. */
  showSteps() {
    const { answers, settings } = this;
    const needed = neededFields(settings, answers);
    const { hints } = caseOf(settings, answers.case);
    for (const { id, kind, fills } of settings.fields) {
      if (fills.length === 0 && kind !== "tick") continue;
      const help = required(this.entry, `[id='${id}--note--help']`, HTMLElement);
      help.dataset.help ??= help.textContent;
      const hint = hints.find(({ field }) => field === id)?.text ?? help.dataset.help;
      help.textContent = needed.includes(id) ? hint : settings.words.unused;
    }
    for (const advice of allOf(this.entry, "[data-region]"))
      advice.hidden = advice.dataset.region !== answers.region;
  }

  showTools() {
    const isByHand = TEXTS.some((name) => this.read(name + BY_HAND));
    required(this.root, "[data-by-hand]", HTMLElement).hidden = !isByHand || this.isExample;
    required(this.root, "[data-written-anew]", HTMLElement).hidden = !canUndo(this.undoName);
    required(this.root, "[data-removed]", HTMLElement).hidden = !canUndo(REMOVE);
    required(this.root, "[data-example]", HTMLElement).hidden = !this.isExample;
    this.button("example").hidden = this.isExample;
    this.button("new").hidden = this.button("remove").hidden = this.isExample || !this.record;
    this.mail.href = mailAddress({
      to: this.read("address"),
      subject: this.read("subject"),
      body: this.read("note"),
    });
  }

  showChecks() {
    const context = this.context;
    for (const element of allOf(this.entry, "[data-check]")) {
      const id = element.dataset.check ?? "";
      const { state, reason, values } = checks[id](this.read("note"), context, this.settings);
      element.dataset.state = state;
      required(element, "[data-state-words]", HTMLElement).textContent = this.settings.words[state];
      required(element, "[data-reason]", HTMLElement).textContent = fill(
        this.settings.checks[id][reason] ?? `{${reason}}`,
        values,
      );
    }
    clearTimeout(this.readOutTimer);
    this.readOutTimer = setTimeout(() => this.readOut(), PAUSE);
  }

  /** Once the reader pauses, what the checks say is announced in one line. */
  readOut() {
    const titles = allOf(this.entry, "[data-state='warn'] [data-title]").map((title) => title.textContent);
    const status = required(this.entry, "[data-summary]", HTMLElement);
    const words = titles.length ? status.dataset.toMend : status.dataset.nothingToMend;
    const summary = fill(words, { titles: titles.join(", ") });
    if (status.textContent !== summary) status.textContent = summary;
  }

  /** @returns {Context} What the checks look at beside the note. */
  get context() {
    const { answers, settings } = this;
    const { apology, names_mistake, timing } = caseOf(settings, answers.case);
    const day = answers.day && dayInWords(answers.day, settings.locale);
    return {
      subject: this.read("subject"),
      recipient: answers.recipient,
      others: answers.others,
      apology,
      names_mistake,
      timing,
      answers: [...Object.values(answers), day].join("\n"),
      templates: settings.template_words,
      day: answers.day,
      today: today(),
      confidential: this.read("confidential"),
    };
  }

  // Buttons

  /** @param {string} action */
  act(action) {
    /** @type {Record<string, () => unknown>} */
    const actions = {
      new: () => this.add(),
      remove: () => this.remove(),
      "undo-remove": () => this.undoRemove(),
      "write-anew": () => this.writeAnew(),
      "undo-write-anew": () => this.undoWriteAnew(),
      "copy-note": () => this.copy("note"),
      "copy-subject": () => this.copy("subject"),
      download: () => download(this.settings.words.file_name, this.asText(), "text/plain;charset=utf-8"),
      example: () => this.startExample(),
      "end-example": () => this.endExample(),
      print: () => print(),
      "print-blank": () => print({ blank: true }),
    };
    actions[action]?.();
  }

  /** @param {string} name */
  async copy(name) {
    const status = required(this.entry, "[data-status]", HTMLElement);
    const copied = await copy(this.read(name));
    const field = fieldsIn(this.entry).find(({ dataset }) => dataset.field === name);
    if (!copied && (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement))
      field.select();
    status.textContent = (copied ? status.dataset.copied : status.dataset.copyFailed) ?? "";
  }

  asText() {
    return `${this.settings.subject}: ${this.read("subject")}\n\n${this.read("note")}\n`;
  }

  /** @param {string} action */
  button(action) {
    return required(this.root, `button[data-action='${action}']`, HTMLButtonElement);
  }
}
