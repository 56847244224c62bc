import { allOf, required, supersede } from "#page/elements.js";

/** @typedef {"usual" | "safari" | "promised" | "this-tab"} Length */

/**
 * Answers can be saved: say for how long.
 *
 * @param {HTMLElement} root
 * @param {Length} length
 */
export function showHowLong(root, length) {
  for (const words of allOf(root, "[data-kept-for]")) words.hidden = words.dataset.keptFor !== length;
}

/**
 * @param {HTMLElement} root
 * @param {boolean} hasProblem Whether the notice has something to say.
 * @param {boolean} isKept
 */
export function showKept(root, hasProblem, isKept) {
  const notice = required(root, "[data-storage-notice]", HTMLElement);
  supersede(required(notice, "[data-problem='not-kept']", HTMLElement));
  supersede(notice, !hasProblem);
  required(root, "[data-kept]", HTMLElement).hidden = !isKept;
}

/** @returns {Length} As long as the browser has promised nothing. */
export function usualLength() {
  return isInSafari() ? "safari" : "usual";
}

/**
 * Safari may delete what a site saved when it is not visited, whatever it has promised; not from a site that is
 * opened from the Home Screen.
 *
 * @returns {boolean}
 */
function isInSafari() {
  const isOnHomeScreen = matchMedia("(display-mode: standalone)").matches;
  // No other engine has gestures of this kind.
  return "GestureEvent" in window && !isOnHomeScreen;
}
