/** An invented example, shown in place of the reader's own records until they end it. None of it is saved. */

import { required } from "../page/elements.js";

export class Example {
  /**
   * @param {HTMLElement} root The worksheet. While it has data-is-example, tools for the reader's own records are
   *   hidden.
   * @param {() => void} onToggle Called when the example starts or ends.
   */
  constructor(root, onToggle) {
    this.root = root;
    this.note = required(root, "[data-example]", HTMLElement);
    this.onToggle = onToggle;
  }

  get isOn() {
    return !this.note.hidden;
  }

  /** @param {string} action */
  act(action) {
    if (action === "example") this.#toggle(true, "example-end");
    if (action === "example-end") this.#toggle(false, "example");
  }

  /**
   * @param {boolean} isOn
   * @param {string} back The action of the button that reverses this.
   */
  #toggle(isOn, back) {
    this.note.hidden = !isOn;
    this.root.toggleAttribute("data-is-example", isOn);
    this.onToggle();
    required(this.root, `[data-action='${back}']`, HTMLButtonElement).focus();
  }
}
