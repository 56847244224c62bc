import { copy } from "#files/clipboard.js";
import { download } from "#files/download.js";
import { print } from "#files/printing.js";
import { fetchSettings } from "#files/settings.js";
import { arrive } from "#page/arrival.js";
import { showDone } from "#page/done.js";
import { allOf, onAction, required, setText, startWorksheet } from "#page/elements.js";
import { blurField, whenUnfocused } from "#page/focus.js";
import { onNewDay } from "#page/new-day.js";
import { Chooser, choicesOf } from "#records/chooser.js";
import { Example } from "#records/example.js";
import { ExampleRecords } from "#records/example-records.js";
import { fieldsIn, fieldValue, showFields } from "#records/fields.js";
import {
  allInterviews,
  belongsToCurrent,
  currentInterview,
  interviewOf,
  interviews,
  pinInterview,
} from "#records/interviews.js";
import { newRecordName } from "#records/new-record-name.js";
import { debriefValues, NoteRecords } from "#records/note-records.js";
import { canUndoRemoval, remove, undoRemoval } from "#records/removing.js";
import { areLong, saveNow } from "#records/typing.js";
import { hasChanged, redrawOnChange } from "#store/changes.js";
import { canUndo, prepareUndo, undo, withUndo } from "#store/undo.js";
import { readAddresses } from "#text/addresses.js";
import { dayInWords, today } from "#text/dates.js";
import { isLinkTooLong, mailtoLink } from "#text/mail.js";
import { checks } from "#text/note-checks.js";
import { caseOf, compose, neededFields, splitAtBlanks } from "#text/note-text.js";
import { fill, showWords } from "#text/words.js";
import { carriedBy, focusOther, showCarried } from "../_parts/carried.js";
import { Dock } from "../_parts/dock.js";
import { InterviewChoice } from "../_parts/interview-choice.js";
import { SentStatus } from "../_parts/sent.js";

/** @typedef {import("#store/changes.js").Changed} Changed */
/** @typedef {import("#text/note-checks.js").Context} Context */

/** The texts of a note. A field for each records that the reader changed it by hand. */
const TEXTS = ["subject", "note"];
const BY_HAND = "-by-hand";
/** The field with the addresses. */
const ADDRESS = "address";
/** The field with the time when a note was last chosen: the latest one is current. */
const CHOSEN = "chosen";
/** In milliseconds: the pause in typing after which the checks are announced. */
const PAUSE = 1000;

/**
 * Writes a note from the answers in its steps, checks it, and hands it to the reader.
 *
 * @param {HTMLElement} root
 * @returns {Promise<void>} Fulfilled once what is saved is shown.
 */
export async function init(root) {
  const sheet = new FollowUpNote(root, await fetchSettings(root));
  sheet.choose(sheet.records.inAddress() ?? sheet.current());
  arrive();
  root.addEventListener("input", ({ target }) => {
    if (target instanceof HTMLElement) sheet.onInput(target.closest("[data-field]"));
  });
  sheet.cases.addEventListener("change", ({ target }) => sheet.chooseCase(target));
  sheet.cases.addEventListener("focusout", ({ relatedTarget }) => sheet.leaveCases(relatedTarget));
  onAction(root, (action, button) => sheet.act(action, button));
  sheet.mail.addEventListener("click", () => sheet.openMail());
  redrawOnChange((changed) => sheet.follow(changed));
  onNewDay(() => sheet.choose(sheet.record));
  startWorksheet(root);
  sheet.form.hidden = false;
}

class FollowUpNote {
  /** @type {Pick<NoteRecords, "read" | "write">} Where the fields are read and written. */
  source;
  records = new NoteRecords();
  /** The note that is shown; "" until something is written. */
  record = "";
  announceTimer = 0;
  isMailTooLong = false;
  /** Whether all cases are shown, or only the one that was chosen. */
  isChoosing = false;

  /**
   * @param {HTMLElement} root
   * @param {any} settings
   */
  constructor(root, settings) {
    this.root = root;
    this.settings = settings;
    this.source = this.records;
    this.form = required(root, "[data-entries]", HTMLElement);
    this.entry = required(this.form, "[data-entry]", HTMLElement);
    this.chooser = new Chooser(required(root, "[data-choose]", HTMLElement), (record) => this.pick(record));
    this.cases = required(this.form, "[data-cases]", HTMLElement);
    this.marks = makeMarks(this.entry);
    this.mail = required(root, "[data-action='open-mail']", HTMLAnchorElement);
    this.dock = new Dock(root);
    this.example = new Example(root, () => this.toggleExample());
    this.interviewChoice = new InterviewChoice(root, () => this.choose(this.current()));
    this.see = required(root, "[data-see]", HTMLAnchorElement);
    this.sent = new SentStatus(root, () => this.interview);
  }

  // Which note

  /** @returns {string[]} The notes for the current interview; the others appear once theirs is chosen. */
  get notes() {
    return this.records.all().filter((each) => belongsToCurrent(this.records, each));
  }

  /** @returns {string} The one that was chosen last. */
  current() {
    const moment = (/** @type {string} */ record) => Number(this.records.read(record, CHOSEN));
    return this.notes.reduce((last, each) => (moment(each) >= moment(last) ? each : last), "");
  }

  /** @param {string} record It is current from now on. */
  pick(record) {
    this.records.write(record, CHOSEN, String(Date.now()));
    this.choose(record);
  }

  /** @param {string} record */
  choose(record) {
    if (record !== this.record) blurField(this.entry);
    this.record = record;
    this.isChoosing = false;
    pinInterview(interviewOf(this.records, record) ?? currentInterview());
    this.followSteps();
    this.show();
    this.showChooser();
  }

  add() {
    this.choose(this.records.add({ ...this.records.fresh(), [CHOSEN]: String(Date.now()) }));
    this.focus();
  }

  remove() {
    remove(this.records, [this.record]);
    this.choose(this.current());
    this.button("undo-remove").focus();
  }

  async undoRemove() {
    this.pick((await undoRemoval(this.records)) ?? this.record);
    this.focus();
  }

  focus() {
    this.entry.querySelector("input")?.focus();
  }

  /** @param {Changed} changed What was saved, here or in another tab. */
  follow(changed) {
    if (this.example.isOn) return;
    whenUnfocused(this.entry, () => this.followRemoval());
    if (hasChanged(changed, (id) => this.records.recordOf(id) === this.record)) this.show();
    else if (hasChanged(changed, (id) => id.startsWith("debrief"))) this.showThread();
    if (hasChanged(changed, (id) => this.affectsChooser(id) || interviews.recordOf(id) !== null))
      this.showChooser();
  }

  /**
   * @param {string} id
   * @returns {boolean} Whether it holds the position of a note in the list, or a part of its name there.
   */
  affectsChooser(id) {
    const record = this.records.recordOf(id);
    const names = ["order", ...(this.chooser.list.dataset.label ?? "").split(" ")];
    return record !== null && names.some((name) => id === this.records.id(record, name));
  }

  /** Another tab may have removed the note, or written the first one. */
  followRemoval() {
    if (!this.example.isOn && !this.isKept) this.choose(this.current());
  }

  get isKept() {
    return this.records.all().includes(this.record);
  }

  // What happened

  /**
   * Once a case is chosen, only that one stays visible. Readers who move through them with the keyboard see all.
   *
   * @param {EventTarget | null} target
   */
  chooseCase(target) {
    this.isChoosing = target instanceof Element && target.matches(":focus-visible");
    this.showCases();
  }

  /** @param {EventTarget | null} next Where the focus goes. */
  leaveCases(next) {
    if (next instanceof Node && this.cases.contains(next)) return;
    this.isChoosing = false;
    this.showCases();
  }

  changeCase() {
    // Move the focus first: hiding the button that has it would take it out of the cases.
    required(this.cases, "input:checked", HTMLInputElement).focus();
    this.isChoosing = true;
    this.showCases();
  }

  showCases() {
    const isFolded = this.read("case") !== "" && !this.isChoosing;
    this.cases.toggleAttribute("data-folded", isFolded);
    this.button("change-case").hidden = !isFolded;
  }

  // What is written

  /** @param {Element | null} field */
  onInput(field) {
    if (!(field instanceof HTMLElement)) return;
    this.set(field.dataset.field ?? "", fieldValue(field));
  }

  /**
   * @param {string} name
   * @param {string} value
   */
  set(name, value) {
    if (!this.example.isOn) this.record ||= newRecordName();
    this.write(name, value);
    if (TEXTS.includes(name)) this.write(name + BY_HAND, "yes");
    this.followSteps();
    // Only now is it complete, and may be announced to others.
    if (!this.example.isOn && !this.isKept) this.keep();
    if (this.example.isOn || !areLong(this.read("note"), ...Object.values(this.answers))) this.show();
  }

  /** Keep the note from now on, with everything just typed into it. */
  keep() {
    const begun = Object.keys(this.records.fresh()).map((name) => [name, this.read(name)]);
    this.records.add({ ...Object.fromEntries(begun), [CHOSEN]: String(Date.now()) }, this.record);
    this.showChooser();
  }

  /** @returns {string | null} The interview that the note is about; for a new note, the current one. */
  get interview() {
    if (this.example.isOn) return null;
    return this.isKept ? (interviewOf(this.records, this.record) ?? null) : currentInterview();
  }

  get debriefValues() {
    return debriefValues(this.interview, this.settings.weaknesses);
  }

  /** @param {HTMLButtonElement} button Takes the text of the debrief out, or puts it in. */
  carry(button) {
    this.set(...carriedBy(button, this.debriefValues));
    this.show();
    focusOther(button);
  }

  /** Compose the texts from the steps, except for any that the reader changed by hand. */
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
    withUndo(this.undoName, ids, () => {
      for (const name of TEXTS) this.write(name + BY_HAND, "");
      this.followSteps();
      saveNow();
    });
    this.show();
    this.button("undo-write-anew").focus();
  }

  /** Undo can be undone, too: what was written since then is kept for that. */
  async undoWriteAnew() {
    saveNow();
    const allowUndo = prepareUndo(this.undoName, this.records.idsOf(this.record));
    await undo(this.undoName);
    allowUndo();
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

  /** @returns {Record<string, string>} The answers in the steps, by field. */
  get answers() {
    const names = this.settings.fields.map((/** @type {{id: string}} */ { id }) => id);
    return Object.fromEntries(names.map((/** @type {string} */ name) => [name, this.read(name)]));
  }

  // An invented example

  /** Replace what is saved with the example, or bring it back. */
  toggleExample() {
    const example = new ExampleRecords(this.records.kind, [this.settings.example]);
    this.source = this.example.isOn ? example : this.records;
    this.choose(this.example.isOn ? example.all()[0] : this.current());
  }

  // What is shown

  show() {
    this.entry.dataset.entry = this.record;
    showFields(this.entry, this.source, this.record);
    this.showSteps();
    this.showThread();
    this.showTools();
    showBlanks(this.marks, this.read("note"));
    this.showMail();
    this.showChecks();
  }

  /** Show what the interview says for the note, and whether the note is sent. */
  showThread() {
    const { hints } = caseOf(this.settings, this.read("case"));
    const others = hints.map(({ field }) => field);
    showCarried(this.entry, this.debriefValues, (name) => this.read(name), others);
    this.sent.show();
  }

  showChooser() {
    this.interviewChoice.show(allInterviews(), currentInterview());
    this.chooser.show(choicesOf(this.chooser, this.records, this.notes), this.record);
  }

  /** Once a case is chosen, show only the fields that it needs, each with its purpose in this case. */
  showSteps() {
    const { answers, settings } = this;
    const needed = neededFields(settings, answers);
    const { hints } = caseOf(settings, answers.case);
    for (const { id, kind, fills } of settings.fields) {
      if (fills.length === 0 && kind !== "tick") continue;
      const help = required(this.entry, `[id='${id}--note--help']`, HTMLElement);
      help.dataset.help ??= help.textContent;
      help.textContent = hints.find(({ field }) => field === id)?.text ?? help.dataset.help;
      const isUnused = answers.case !== "" && !needed.includes(id);
      help.closest(".field")?.toggleAttribute("data-unused", isUnused);
    }
    this.showCases();
    this.showNext(needed);
    for (const advice of allOf(this.entry, "[data-region]"))
      advice.hidden = advice.dataset.region !== answers.region;
  }

  /**
   * Lead to the first empty field that the note needs or, if there is none, to the note.
   *
   * @param {string[]} needed
   */
  showNext(needed) {
    const isNext = (/** @type {{id: string, kind: string, optional?: boolean}} */ { id, kind, optional }) =>
      needed.includes(id) && kind !== "tick" && !optional && this.read(id) === "";
    const next = this.read("case") === "" ? undefined : this.settings.fields.find(isNext);
    this.see.classList.toggle("button--primary", !next);
    if (next) this.dock.leadToField(required(this.entry, `[data-field="${next.id}"]`, HTMLElement));
    else this.dock.leadToStep(null, null);
  }

  showTools() {
    const isByHand = TEXTS.some((name) => this.read(name + BY_HAND));
    required(this.root, "[data-by-hand]", HTMLElement).hidden = !isByHand;
    required(this.root, "[data-written-anew]", HTMLElement).hidden = !canUndo(this.undoName);
    const removed = required(this.root, "[data-removed]", HTMLElement);
    removed.hidden = this.button("undo-remove").hidden = !canUndoRemoval(this.records);
    required(this.root, "[data-letter-tools]", HTMLElement).hidden = this.read("note") === "";
    this.button("new").hidden = this.button("remove").hidden = !this.record;
  }

  /** A mail that would be cut off opens without its text, which is copied instead. */
  showMail() {
    const mail = { to: this.read(ADDRESS), subject: this.read("subject"), body: this.read("note") };
    const whole = mailtoLink(mail);
    this.isMailTooLong = isLinkTooLong(whole);
    this.mail.href = this.isMailTooLong ? mailtoLink({ ...mail, body: "" }) : whole;
    const status = required(this.entry, "[data-too-long]", HTMLElement);
    setText(status, (this.isMailTooLong && status.dataset.words) || "");
    // Half an address is not wrong yet: a problem is shown after a pause, but goes away at once.
    if (this.unread.length === 0) this.showUnread();
  }

  /** @returns {string[]} What is not an address in the field for addresses. */
  get unread() {
    return readAddresses(this.read(ADDRESS)).unread;
  }

  showUnread() {
    const { unread } = this;
    const field = required(this.entry, `[data-field="${ADDRESS}"]`, HTMLElement);
    const message = required(this.entry, "[data-unread]", HTMLElement);
    if (unread.length > 0) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
    showWords(
      message,
      unread.length > 0 ? message.dataset.words : "",
      { found: unread.join(" · ") },
      "found",
    );
  }

  showChecks() {
    const context = this.context;
    for (const element of allOf(this.entry, "[data-check]")) {
      const id = element.dataset.check ?? "";
      const { state, reason, values } = checks[id](this.read("note"), context, this.settings);
      element.dataset.state = state;
      required(this.entry, `[data-sign='${id}']`, HTMLElement).dataset.state = state;
      required(element, "[data-state-words]", HTMLElement).textContent = this.settings.words[state];
      const words = this.settings.checks[id][reason] ?? `{${reason}}`;
      showWords(required(element, "[data-reason]", HTMLElement), words, values, "found");
    }
    clearTimeout(this.announceTimer);
    this.announceTimer = setTimeout(() => this.announceChecks(), PAUSE);
  }

  /** Once the reader pauses, announce the result of the checks in one line. */
  announceChecks() {
    this.showUnread();
    const titles = allOf(this.entry, "[data-state='warn'] [data-title]").map((title) => title.textContent);
    const status = required(this.entry, "[data-summary]", HTMLElement);
    const words = titles.length ? status.dataset.toMend : status.dataset.nothingToMend;
    const summary = fill(words, { titles: titles.join(", ") });
    if (status.textContent !== summary) status.textContent = summary;
  }

  /** @returns {Context} What the checks look at besides the note. */
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

  openMail() {
    if (this.isMailTooLong) this.copy("note");
  }

  /**
   * @param {string} action
   * @param {HTMLButtonElement} button
   */
  act(action, button) {
    /** @type {Record<string, () => unknown>} */
    const actions = {
      new: () => this.add(),
      "take-out": () => this.carry(button),
      "put-in": () => this.carry(button),
      sent: () => this.sent.toggle(),
      remove: () => this.remove(),
      "change-case": () => this.changeCase(),
      "undo-remove": () => this.undoRemove(),
      "write-anew": () => this.writeAnew(),
      "undo-write-anew": () => this.undoWriteAnew(),
      "copy-note": () => this.copy("note"),
      "copy-subject": () => this.copy("subject"),
      download: () => download(this.settings.words.file_name, this.asText(), "text/plain;charset=utf-8"),
      print: () => print(),
      "print-blank": () => print({ blank: true }),
    };
    actions[action]?.();
    this.example.act(action);
  }

  /** @param {string} name */
  async copy(name) {
    const status = required(this.entry, "[data-status]", HTMLElement);
    const copied = await copy(this.read(name));
    const field = fieldsIn(this.entry).find(({ dataset }) => dataset.field === name);
    if (!copied && (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement))
      field.select();
    if (copied) showDone(this.button(`copy-${name}`));
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

/**
 * @param {HTMLElement} entry
 * @returns {HTMLElement} A layer behind the text of the note that marks what is still blank.
 */
function makeMarks(entry) {
  const text = required(entry, "[data-field='note']", HTMLElement);
  const marks = document.createElement("div");
  marks.className = "follow-up-note__marks";
  marks.ariaHidden = "true";
  marks.translate = false;
  text.before(marks);
  return marks;
}

/**
 * @param {HTMLElement} marks
 * @param {string} text
 */
function showBlanks(marks, text) {
  const nodes = splitAtBlanks(text).map((part, index) =>
    index % 2 ? Object.assign(document.createElement("mark"), { textContent: part }) : part,
  );
  marks.replaceChildren(...nodes);
}
