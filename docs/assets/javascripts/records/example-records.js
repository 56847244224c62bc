import { Records } from "./records.js";

/** Records of an invented example. They exist only on this page, and changes to them are lost with it. */
export class ExampleRecords extends Records {
  /** @type {Map<string, Record<string, string>>} */
  #records;

  /**
   * @param {string} kind
   * @param {Record<string, string>[]} records
   */
  constructor(kind, records) {
    super(`example-${kind}`);
    this.#records = new Map(records.map((fields, index) => [`example-${index + 1}`, { ...fields }]));
  }

  /** @override */
  all() {
    return [...this.#records.keys()];
  }

  /**
   * @override
   * @param {string} record
   * @param {string} field
   */
  read(record, field) {
    return this.#records.get(record)?.[field] ?? "";
  }

  /**
   * @override
   * @param {string} record
   * @param {string} field
   * @param {string} value
   */
  write(record, field, value) {
    const fields = this.#records.get(record);
    if (fields) fields[field] = value;
  }
}
