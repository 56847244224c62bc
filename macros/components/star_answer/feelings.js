import { required } from "#page/elements.js";
import { Draft } from "#records/draft.js";
import { fieldsIn, fieldValue, saveField, showFields } from "#records/fields.js";
import { saveNow } from "#records/typing.js";
import { showLevels } from "../_parts/levels.js";

/** @typedef {import("#records/records.js").Records} Records */

/** How it feels before and after practice: kept with the practiced answer only if the reader wants that. */
export class Feelings {
  /** The answer that contains practice; "" for none. */
  #answer = "";
  /** @type {Map<string, Draft>} Ratings that are not kept, by answer. They are gone when the reader leaves the page. */
  #drafts = new Map();

  /**
   * @param {HTMLElement} practice
   * @param {Records} records The answers.
   */
  constructor(practice, records) {
    this.records = records;
    this.fold = required(practice, "[data-feelings]", HTMLDetailsElement);
    this.ratings = required(this.fold, "[data-ratings]", HTMLElement);
    this.fields = fieldsIn(this.ratings);
    this.compared = required(this.ratings, "[data-compared]", HTMLElement);
    this.keeping = required(this.fold, "[data-keeping]", HTMLElement);
    this.keepBox = required(this.keeping, "input", HTMLInputElement);
    this.ratings.addEventListener("input", (event) => this.rate(event));
    this.keepBox.addEventListener("input", () => (this.keepBox.checked ? this.keep() : this.stopKeeping()));
  }

  /** @param {string} answer The one that contains practice; "" for none. */
  show(answer) {
    const isOther = answer !== this.#answer;
    this.#answer = answer;
    this.fold.hidden = answer === "";
    if (isOther && this.#isKept) this.fold.open = true;
    showFields(this.ratings, this.#source, answer);
    this.#showRated();
  }

  /** @param {Event} event Stopped here, so that the answer does not save a field that is not its own. */
  rate(event) {
    event.stopPropagation();
    const field = event.target instanceof Element ? event.target.closest("[data-field]") : null;
    if (field instanceof HTMLElement) saveField(field, this.#source, this.#answer);
    this.#showRated();
  }

  keep() {
    this.#write(this.#draft.fields);
    this.#drafts.delete(this.#answer);
  }

  /** Stop saving the ratings; they stay in view until the reader leaves the page. */
  stopKeeping() {
    const ratings = this.#names.map((name) => [name, this.records.read(this.#answer, name)]);
    this.#drafts.set(this.#answer, new Draft(Object.fromEntries(ratings)));
    this.#write(Object.fromEntries(this.#names.map((name) => [name, ""])));
  }

  /** @param {Record<string, string>} ratings */
  #write(ratings) {
    for (const [name, value] of Object.entries(ratings)) this.records.write(this.#answer, name, value);
    saveNow();
  }

  #showRated() {
    showLevels(this.compared, this.fields);
    this.keeping.hidden = this.fields.every((field) => fieldValue(field) === "");
    this.keepBox.checked = this.#isKept;
  }

  get #names() {
    return this.fields.map((field) => field.dataset.field ?? "");
  }

  get #isKept() {
    return this.#names.some((name) => this.records.read(this.#answer, name) !== "");
  }

  get #source() {
    return this.#isKept ? this.records : this.#draft;
  }

  get #draft() {
    const draft = this.#drafts.get(this.#answer) ?? new Draft({});
    this.#drafts.set(this.#answer, draft);
    return draft;
  }
}
