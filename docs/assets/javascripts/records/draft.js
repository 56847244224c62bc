/** A record that is not saved. It is read and written like others, and is lost when the reader leaves the page. */
export class Draft {
  /** @param {Record<string, string>} fields */
  constructor(fields) {
    this.fields = { ...fields };
  }

  /**
   * @param {string} _record
   * @param {string} field
   */
  read(_record, field) {
    return this.fields[field] ?? "";
  }

  /**
   * @param {string} _record
   * @param {string} field
   * @param {string} value
   */
  write(_record, field, value) {
    this.fields[field] = value;
  }
}
