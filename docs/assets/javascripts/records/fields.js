/**
 * The fields of a worksheet: each [data-field] shows one field of a record, and saves the reader's input.
 *
 * A field is a text box, a drop-down list, or a group of radio buttons or checkboxes.
 */

import "../files/printed-fields.js";
import { allOf } from "../page/elements.js";
import { whenUnfocused } from "../page/focus.js";
import { isHeld } from "./field-guard.js";
import { areLong, saveNow } from "./typing.js";

/** @typedef {import("./records.js").Records} Records */

/** In characters: about eight lines of a page. A longer text need not stay together with its surroundings. */
const LONG = 800;

/**
 * @param {HTMLElement} element Contains the fields of one record.
 * @param {Pick<Records, "read">} records
 * @param {string} record
 */
export function showFields(element, records, record) {
  for (const field of fieldsIn(element)) {
    whenUnfocused(field, () => showField(field, records, record));
    grow(field);
  }
}

/**
 * Save from now on what is typed or chosen.
 *
 * @param {HTMLElement} element
 * @param {Pick<Records, "write">} records
 * @param {string} record
 */
export function saveFields(element, records, record) {
  element.addEventListener("input", ({ target }) => {
    const field = target instanceof HTMLElement ? target.closest("[data-field]") : null;
    if (field instanceof HTMLElement) saveField(field, records, record);
  });
}

/**
 * @param {HTMLElement} field
 * @param {Pick<Records, "write">} records
 * @param {string} record
 */
export function saveField(field, records, record) {
  const value = fieldValue(field);
  records.write(record, field.dataset.field ?? "", value);
  // A choice is made at once; typing takes a while.
  if (!isControl(field)) saveNow();
  if (!areLong(value)) grow(field);
}

/**
 * @param {HTMLElement} element
 * @returns {HTMLElement[]} Its fields, without those of entries inside it.
 */
export function fieldsIn(element) {
  return allOf(element, "[data-field]").filter(
    (field) => field.closest("[data-entry]") === element.closest("[data-entry]"),
  );
}

/**
 * @param {HTMLElement} field
 * @returns {string} Several choices are separated by spaces.
 */
export function fieldValue(field) {
  if (isControl(field)) return field.value;
  return [...field.querySelectorAll("input")]
    .filter(({ checked }) => checked)
    .map(({ value }) => value)
    .join(" ");
}

/**
 * @param {HTMLElement} field
 * @param {Pick<Records, "read">} records
 * @param {string} record
 */
function showField(field, records, record) {
  const value = records.read(record, field.dataset.field ?? "");
  if (fieldValue(field) !== value && !isHeld(field)) fillField(field, value);
  showRetired(field, value);
  grow(field);
}

/**
 * @param {HTMLElement} field
 * @param {string} value
 */
function fillField(field, value) {
  if (isControl(field)) field.value = value;
  else for (const input of field.querySelectorAll("input")) input.checked = isChosen(input.value, value);
}

/**
 * Show a retired field or choice only to a reader who has answered it.
 *
 * @param {HTMLElement} field
 * @param {string} value
 */
function showRetired(field, value) {
  const whole = field.closest("[data-retired]");
  if (whole instanceof HTMLElement) whole.hidden = value === "" && !whole.contains(document.activeElement);
  for (const choice of allOf(field, "[data-retired]"))
    choice.hidden = !isChosen(choice.querySelector("input")?.value ?? "", value);
}

/**
 * @param {string} choice
 * @param {string} value The value of the field.
 */
function isChosen(choice, value) {
  return value.split(" ").includes(choice);
}

/**
 * @param {HTMLElement} field
 * @returns {field is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement}
 */
function isControl(field) {
  return (
    field instanceof HTMLInputElement ||
    field instanceof HTMLTextAreaElement ||
    field instanceof HTMLSelectElement
  );
}

/**
 * Make a text box as high as its text, on paper too: the style sheet lays a copy of the text behind it. On paper a long
 * one may break across pages.
 *
 * @param {HTMLElement} field
 */
function grow(field) {
  if (!(field instanceof HTMLTextAreaElement && field.parentElement)) return;
  field.parentElement.dataset.text = field.value;
  field.parentElement.toggleAttribute("data-long", field.value.length > LONG);
}
