/** Reads from the page which fields and choices have been renamed: see adoption.js. */

/** @typedef {Record<string, string>} Names */
/**
 * @typedef {{fields?: Names, choices?: Names}} Renames The current field by "debrief--FIELD", the current choice by
 *   "debrief--FIELD--CHOICE".
 */

/** @type {Names | null} */
let currentFields = null;

/**
 * Return the current id of a field. Pages and scripts know a field by its first id, which stays when it is renamed.
 *
 * @param {string} kind The kind of its records.
 * @param {string} field
 * @returns {string} The id that it is saved under now.
 */
export function currentField(kind, field) {
  currentFields ??= renamesIn(document).fields ?? {};
  return lookUp(currentFields, `${kind}--${field}`) ?? field;
}

/**
 * @param {ParentNode} root
 * @returns {Renames}
 */
export function renamesIn(root) {
  const own = root instanceof Element && root.matches("[data-renamed]") ? root : null;
  const declared = own ?? root.querySelector("[data-renamed]");
  return JSON.parse(declared?.getAttribute("data-renamed") ?? "{}");
}

/**
 * @param {Names} names
 * @param {string} name
 * @returns {string | undefined}
 */
export function lookUp(names, name) {
  return Object.hasOwn(names, name) ? names[name] : undefined;
}
