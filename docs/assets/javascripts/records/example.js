/** An invented example, which stands in the place of what a reader wrote until they end it. Nothing of it is saved. */

import { required } from "../page/elements.js";

export class Example {
  /**
   * @param {HTMLElement} root The worksheet: with data-is-example, what can be done with one's own is not there.
   * @param {() => void} onTurn Called when the example is to be shown, or no longer.
   */
  constructor(root, onTurn) {
    this.root = root;
    this.note = required(root, "[data-example]", HTMLElement);
    this.onTurn = onTurn;
  }

  get isOn() {
    return !this.note.hidden;
  }

  /** @param {string} action */
  act(action) {
    if (action === "example") this.#turn(true, "example-end");
    if (action === "example-end") this.#turn(false, "example");
  }

  /**
   * @param {boolean} isOn
   * @param {string} back The action of the button that leads back.
   */
  #turn(isOn, back) {
    this.note.hidden = !isOn;
    this.root.toggleAttribute("data-is-example", isOn);
    this.onTurn();
    required(this.root, `[data-action='${back}']`, HTMLButtonElement).focus();
  }
}
