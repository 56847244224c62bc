import { fetchSettings } from "#files/settings.js";
import { allOf, required, setText } from "#page/elements.js";
import { drawEntry } from "#records/entry-markup.js";
import { fieldValue, showFields } from "#records/fields.js";
import { Records } from "#records/records.js";
import { fill } from "#text/words.js";

/** @typedef {(root: HTMLElement, read: (field: string) => string, settings: any) => void} ShowOutcome */

/** Worksheets whose records are entries of one sheet; in the others each record is a sheet. */
const LISTS = ["star-answer"];
/** Records that are entries on the sheet of another record, which they name. */
const ROWS = { kind: "debrief-row", of: "debrief" };
/** @type {Record<string, () => Promise<ShowOutcome>>} Show the outcome of the answers on a form, as its own page does. */
const OUTCOMES = {
  "stop-the-replay": async () => (await import("../stop_the_replay/loudness.js")).showLoudness,
  "when-to-ask": async () => (await import("../when_to_ask/days.js")).showDays,
};

/**
 * Put sheets with everything that is saved after a blank one.
 *
 * @param {HTMLElement} blank
 * @param {HTMLTemplateElement} form Replaces the blank form.
 * @returns {Promise<unknown>} Fulfilled once they also show the outcome of the answers.
 */
export function fillSheet(blank, form) {
  const kind = form.dataset.filled ?? "";
  const all = new Records(kind).all();
  const records = LISTS.includes(kind) ? all.slice(0, 1) : all;
  const sheets = records
    .map((record) => new FilledSheet(blank, form, kind, record))
    .filter((sheet) => sheet.isWritten);
  blank.after(...sheets.map(({ element }) => element));
  return Promise.all(sheets.map((sheet) => sheet.showOutcome()));
}

class FilledSheet {
  /**
   * @param {HTMLElement} blank
   * @param {HTMLTemplateElement} form
   * @param {string} kind
   * @param {string} record For a list, its first one.
   */
  constructor(blank, form, kind, record) {
    this.element = /** @type {HTMLElement} */ (blank.cloneNode(true));
    this.element.classList.add("sheet--mine");
    this.root = required(this.element, ".worksheet", HTMLElement);
    this.records = new Records(kind);
    this.record = record;
    this.#insertForm(/** @type {DocumentFragment} */ (form.content.cloneNode(true)));
    this.#fill();
  }

  /** Whether the reader wrote anything on it. */
  get isWritten() {
    return allOf(this.root, "[data-field]").some((field) => fieldValue(field) !== "");
  }

  /** Show the outcome of the answers, or only the answers if there is no connection. */
  async showOutcome() {
    const read = (/** @type {string} */ field) => this.records.read(this.record, field);
    try {
      const show = await OUTCOMES[this.records.kind]?.();
      show?.(this.root, read, await this.#settings());
    } catch (error) {
      console.error("Where the answers lead could not be shown:", error);
    }
  }

  /** @returns {Promise<any>} The settings: in a file, if the tool comes on use. */
  async #settings() {
    const { settings } = this.root.dataset;
    return settings ? JSON.parse(settings) : fetchSettings(this.root);
  }

  /** @param {DocumentFragment} form Replaces the blank form. */
  #insertForm(form) {
    required(this.root, "[data-blank]", HTMLElement).replaceWith(form);
    for (const part of allOf(this.root, "[data-live], [data-entries]")) part.hidden = false;
  }

  #fill() {
    const entry = this.root.querySelector("[data-entry]");
    showFields(entry instanceof HTMLElement ? entry : this.root, this.records, this.record);
    const { kind } = this.records;
    if (LISTS.includes(kind)) this.#list(this.records, this.records.all());
    if (kind === ROWS.of) this.#listRows(new Records(ROWS.kind));
    for (const folded of this.root.querySelectorAll("details")) folded.open = true;
  }

  /** @param {Records} rows */
  #listRows(rows) {
    const own = rows.all().filter((row) => rows.read(row, ROWS.of) === this.record);
    this.#list(rows, own);
  }

  /**
   * @param {Records} records
   * @param {readonly string[]} entries Those that belong on this sheet.
   */
  #list(records, entries) {
    const template = required(this.root, "template", HTMLTemplateElement);
    const list = required(this.root, "[data-entries]", HTMLElement);
    for (const [index, record] of entries.entries()) {
      const entry = drawEntry(template, records.kind, record);
      const number = entry.querySelector("[data-number]");
      if (number instanceof HTMLElement) setText(number, fill(template.dataset.words, { number: index + 1 }));
      showFields(entry, records, record);
      list.append(entry);
    }
  }
}
