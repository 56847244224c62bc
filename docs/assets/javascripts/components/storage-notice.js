import { required } from "../lib/elements.js";
import { store } from "../lib/store.js";

/**
 * Says whether answers are being saved, and what to do when they are not.
 *
 * @param {HTMLElement} root
 */
export function init(root) {
  const notice = required(root, "[data-storage-notice]", HTMLElement);
  const kept = required(root, "[data-kept]", HTMLElement);
  store.onProblem((problem) => {
    for (const message of notice.querySelectorAll("[data-problem]")) {
      message.toggleAttribute("hidden", message.getAttribute("data-problem") !== problem);
    }
    notice.hidden = problem === null;
    kept.hidden = problem === "blocked" || problem === "full";
  });
}
