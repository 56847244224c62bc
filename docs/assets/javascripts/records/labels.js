/** Names records in lists by the content of some of their fields. */

import { readable } from "../text/dates.js";

/**
 * @param {import("./records.js").Records} records
 * @param {string} record
 * @param {string} [fields] The names of the fields, separated by spaces.
 * @returns {string} The label; "" if all those fields are empty.
 */
export function labelOf(records, record, fields = "") {
  const texts = fields.split(" ").map((field) => records.read(record, field));
  const written = texts.filter(Boolean);
  return written.map((text) => readable(text, document.documentElement.lang)).join(" · ");
}
