/** What records are called where they are listed: by what is written in some of their fields. */

import { readable } from "../text/clock.js";

/**
 * @param {import("./records.js").Records} records
 * @param {string} record
 * @param {string} [fields] The names of the fields, apart by spaces.
 * @returns {string} What a record is called; "" for one without a name.
 */
export function labelOf(records, record, fields = "") {
  const texts = fields.split(" ").map((field) => records.read(record, field));
  const written = texts.filter(Boolean);
  return written.map((text) => readable(text, document.documentElement.lang)).join(" · ");
}
