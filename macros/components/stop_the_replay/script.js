import { onAction, required, setText } from "#page/elements.js";
import { Form } from "#records/form.js";
import { showLoudness } from "./loudness.js";

/**
 * A sheet for an interview that keeps replaying in the mind: how loud it is before and after, side by side, and a
 * circle that sets the pace for breathing.
 *
 * @param {HTMLElement} root
 */
export function init(root) {
  new Form(root, () => showLoudness(root)).start();
  onAction(root, (action, button) => action === "breathe" && breathe(root, button));
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
