/** What a page says of fields and choices that got another id: see adoption.js. */

/** @typedef {Record<string, string>} Names */
/**
 * @typedef {{fields?: Names, choices?: Names}} Renamed Today's field by "debrief--FIELD", today's choice by
 *   "debrief--FIELD--CHOICE".
 */

/** @type {Names | null} */
let fieldsToday = null;

/**
 * Pages and scripts know a field by the first id that it had, which stays when it gets another.
 *
 * @param {string} kind Of its records.
 * @param {string} field
 * @returns {string} The id that it is saved under today.
 */
export function fieldToday(kind, field) {
  fieldsToday ??= renamedIn(document).fields ?? {};
  return named(fieldsToday, `${kind}--${field}`) ?? field;
}

/**
 * @param {ParentNode} root
 * @returns {Renamed}
 */
export function renamedIn(root) {
  const own = root instanceof Element && root.matches("[data-renamed]") ? root : null;
  const said = own ?? root.querySelector("[data-renamed]");
  return JSON.parse(said?.getAttribute("data-renamed") ?? "{}");
}

/**
 * @param {Names} names
 * @param {string} name
 * @returns {string | undefined}
 */
export function named(names, name) {
  return Object.hasOwn(names, name) ? names[name] : undefined;
}
