/** Reads from the page which fields and choices have been renamed: see adoption.js. */

/** @typedef {Record<string, string>} Names */
/**
 * @typedef {{fields?: Names, choices?: Names}} Renamed The current field by "debrief--FIELD", the current choice by
 *   "debrief--FIELD--CHOICE".
 */

/** @type {Names | null} */
let fieldsToday = null;

/**
 * Return the current id of a field. Pages and scripts know a field by its first id, which stays when it is renamed.
 *
 * @param {string} kind The kind of its records.
 * @param {string} field
 * @returns {string} The id that it is saved under now.
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
