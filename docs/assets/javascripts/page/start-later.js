import { required } from "./elements.js";
import { fail } from "./start.js";

/**
 * Show the tools of a component, and fetch its script when one of its buttons is first pressed. That press is then
 * repeated.
 *
 * @param {HTMLElement} root With data-later beside its data-module.
 * @param {() => Promise<{init: import("./start.js").Init}>} fetchComponent
 */
export function startLater(root, fetchComponent) {
  required(root, "[data-tools]", HTMLElement).hidden = false;
  root.addEventListener("click", press);

  /** @param {Event} event */
  async function press({ target }) {
    const button = target instanceof Element ? target.closest("button") : null;
    if (!button) return;
    root.removeEventListener("click", press);
    try {
      const { init } = await fetchComponent();
      await init(root);
      button.click();
    } catch (error) {
      fail(root, error);
    }
  }
}
