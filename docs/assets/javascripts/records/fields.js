/**
 * The fields of a worksheet: each [data-field] shows one field of a record, and saves what is typed.
 *
 * A field is a text box, a choice from a list, or a group of buttons to choose one or several of.
 */

import "../files/whole-boxes.js";
import { allOf } from "../page/elements.js";
import { whenFree } from "../page/hands.js";
import { isHeld } from "./field-guard.js";
import { areLong, saveNow } from "./typing.js";

/** @typedef {import("./records.js").Records} Records */

/** In letters: some eight lines of a page, which need not stay together with what is around them. */
const LONG = 800;

/**
 * @param {HTMLElement} element What holds the fields of one record.
 * @param {Pick<Records, "read">} records
 * @param {string} record
 */
export function showFields(element, records, record) {
  for (const field of fieldsIn(element)) {
    whenFree(field, () => showField(field, records, record));
    grow(field);
  }
}

/**
 * Save what is typed or chosen from now on.
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
  // A choice is made at once; a text is typed for a while.
  if (!isBox(field)) saveNow();
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
 * @returns {string} Several choices stand with a space between them.
 */
export function fieldValue(field) {
  if (isBox(field)) return field.value;
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
  if (isBox(field)) field.value = value;
  else for (const input of field.querySelectorAll("input")) input.checked = isChosen(input.value, value);
}

/**
 * What is no longer asked, a field or a choice, shows for a reader who answered it.
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
 * @param {string} value Of the field.
 */
function isChosen(choice, value) {
  return value.split(" ").includes(choice);
}

/**
 * @param {HTMLElement} field
 * @returns {field is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement}
 */
function isBox(field) {
  return (
    field instanceof HTMLInputElement ||
    field instanceof HTMLTextAreaElement ||
    field instanceof HTMLSelectElement
  );
}

/**
 * A text box is as high as its text, on paper too: the style sheet lays the text behind it. Paper breaks a long one.
 *
 * @param {HTMLElement} field
 */
function grow(field) {
  if (!(field instanceof HTMLTextAreaElement && field.parentElement)) return;
  field.parentElement.dataset.text = field.value;
  field.parentElement.toggleAttribute("data-long", field.value.length > LONG);
}
