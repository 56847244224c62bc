import { allOf, onAction, required, setText } from "#page/elements.js";
import { valueWords } from "#records/field-words.js";
import { Form } from "#records/form.js";
import { fill } from "#text/words.js";

/** The fields with the two answers to how loud it is. */
const LEVELS = ["before", "after"];

/**
 * A sheet against an interview that runs on in the head: how loud it is before and after stand side by side, and a
 * circle sets the pace for breathing.
 *
 * @param {HTMLElement} root
 */
export function init(root) {
  const settings = JSON.parse(root.dataset.settings ?? "");
  const form = new Form(root, () => compare(root, form, settings));
  form.start();
  onAction(root, (action, button) => action === "breathe" && breathe(root, button));
}

/**
 * @param {HTMLElement} root
 * @param {Form} form
 * @param {{scale: string[]}} settings
 */
function compare(root, form, { scale }) {
  const levels = LEVELS.map((name) => scale.indexOf(form.read(name)));
  const [before, after] = levels;
  for (const [index, name] of LEVELS.entries())
    showLevel(root, name, levels[index], valueWords(form.words, name, form.read(name)));
  const change = after < before ? "quieter" : after > before ? "louder" : "same";
  for (const words of allOf(root, "[data-change]")) words.hidden = words.dataset.change !== change;
  required(root, "[data-compared]", HTMLElement).hidden = levels.includes(-1);
}

/**
 * @param {HTMLElement} root
 * @param {string} name
 * @param {number} level
 * @param {string} answer
 */
function showLevel(root, name, level, answer) {
  const line = required(root, `[data-level='${name}']`, HTMLElement);
  for (const [index, circle] of line.querySelectorAll("circle").entries())
    circle.toggleAttribute("data-full", index < level);
  const words = required(line, "[data-words]", HTMLElement);
  setText(words, fill(words.dataset.words, { answer }));
}

/**
 * @param {HTMLElement} root
 * @param {HTMLButtonElement} button
 */
function breathe(root, button) {
  const circle = required(root, "[data-breathing]", HTMLElement);
  const isOn = circle.dataset.breathing === "on";
  circle.dataset.breathing = isOn ? "off" : "on";
  setText(button, (isOn ? button.dataset.start : button.dataset.stop) ?? "");
}
