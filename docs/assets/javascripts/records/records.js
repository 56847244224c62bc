/**
 * Records that readers add themselves: interviews, rows of a debrief, answers, notes.
 *
 * Each field of a record is an entry of the store, under KIND--RECORD--FIELD, so that changes made to different fields
 * in two tabs or on two devices are merged. A record exists as long as it has an order.
 */

import { hasChanged } from "../store/changes.js";
import { currentField } from "../store/renames.js";
import { store } from "../store/store.js";
import { newRecordName } from "./new-record-name.js";
import { justTyped, saveNow, saveSoon } from "./typing.js";

const SEPARATOR = "--";
/** The field that holds a record's place among the others: a whole number. */
const ORDER = "order";
/** @type {Map<string, readonly string[]>} The records of each kind in order, until one is added, removed or moved. */
const ordered = new Map();
store.onChange((changed) => {
  if (hasChanged(changed, (id) => id.endsWith(SEPARATOR + ORDER))) ordered.clear();
});

export class Records {
  /** @param {string} kind Their kind, such as "debrief". It is part of every id, so it never changes. */
  constructor(kind) {
    this.kind = kind;
  }

  /** @returns {readonly string[]} The records, in order. */
  all() {
    const known = ordered.get(this.kind) ?? this.#inOrder();
    ordered.set(this.kind, known);
    return known;
  }

  /**
   * @param {string} record
   * @param {string} field
   * @returns {string} The value, including text typed a moment ago; "" if there is none.
   */
  read(record, field) {
    const id = this.id(record, field);
    return justTyped(id) ?? store.read(id);
  }

  /**
   * @param {string} record
   * @param {string} field
   * @param {string} value
   */
  write(record, field, value) {
    saveSoon(this.id(record, field), value);
  }

  /**
   * Add a record after all others. Text just typed into it is saved in the same step, so the record is complete as soon
   * as it exists.
   *
   * @param {Record<string, string>} fields Its initial values.
   * @param {string} record Its name, if it was shown before it was saved.
   * @returns {string} The new record.
   */
  add(fields = {}, record = newRecordName()) {
    const last = this.#order(this.all().at(-1) ?? "");
    // The time is greater than the number of any removed record that may come back.
    const order = String(Math.max(last + 1, Date.now()));
    const values = Object.entries({ ...fields, [ORDER]: order });
    saveNow(values.map(([field, value]) => [this.id(record, field), value]));
    ordered.delete(this.kind);
    return record;
  }

  /**
   * Empty every field of a record that the reader never wrote in: there is nothing to bring back.
   *
   * @param {string} record
   */
  drop(record) {
    saveNow();
    store.batch(() => {
      for (const id of this.idsOf(record)) store.write(id, "");
    });
  }

  /**
   * Put records in the given order. They reuse the numbers that they had among them, so that others keep their places.
   *
   * @param {string[]} records
   */
  arrange(records) {
    const orders = records.map((each) => this.#order(each)).sort((one, other) => one - other);
    let last = 0;
    for (const [index, record] of records.entries()) {
      // Two records added at the same moment in two tabs may share a number.
      last = Math.max(orders[index] ?? 0, last + 1);
      if (this.#order(record) !== last) store.write(this.id(record, ORDER), String(last));
    }
  }

  /**
   * @param {string} record
   * @param {string} field The name that pages know it by: its first id.
   * @returns {string} The id of the field in the store.
   */
  id(record, field) {
    return [this.kind, record, currentField(this.kind, field)].join(SEPARATOR);
  }

  /**
   * @param {string} id
   * @returns {string | null} The record that an id of the store belongs to; null if it is of another kind.
   */
  recordOf(id) {
    const start = this.kind + SEPARATOR;
    return id.startsWith(start) ? id.slice(start.length, id.lastIndexOf(SEPARATOR)) : null;
  }

  /** @returns {string | null} The record that the address of the page leads to: #KIND--RECORD. */
  inAddress() {
    const [, kind, record] = /^#(.+)--(\w+)$/.exec(location.hash) ?? [];
    return kind === this.kind && this.all().includes(record) ? record : null;
  }

  /**
   * @param {string} record
   * @returns {string[]} The ids of all its fields in the store.
   */
  idsOf(record) {
    const start = [this.kind, record, ""].join(SEPARATOR);
    return [...store.entries().keys()].filter((id) => id.startsWith(start));
  }

  /** @returns {string[]} */
  #inOrder() {
    const start = this.kind + SEPARATOR;
    const end = SEPARATOR + ORDER;
    return [...store.entries()]
      .filter(([id, { value }]) => id.startsWith(start) && id.endsWith(end) && value !== "")
      .map(([id, { value }]) => ({ record: id.slice(start.length, -end.length), order: Number(value) }))
      .sort((one, other) => one.order - other.order || (one.record < other.record ? -1 : 1))
      .map(({ record }) => record);
  }

  /** @param {string} record */
  #order(record) {
    return Number(store.read(this.id(record, ORDER)));
  }
}
