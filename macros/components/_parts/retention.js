import { allOf, required, supersede } from "#page/elements.js";

/** @typedef {"usual" | "safari" | "promised" | "this-tab"} Retention */

/**
 * Say how long saved answers are kept.
 *
 * @param {HTMLElement} root
 * @param {Retention} retention
 */
export function showRetention(root, retention) {
  for (const words of allOf(root, "[data-kept-for]")) words.hidden = words.dataset.keptFor !== retention;
}

/**
 * @param {HTMLElement} root
 * @param {boolean} hasProblem Whether the notice has a problem to report.
 * @param {boolean} isKept
 */
export function showStorageState(root, hasProblem, isKept) {
  const notice = required(root, "[data-storage-notice]", HTMLElement);
  supersede(required(notice, "[data-problem='not-kept']", HTMLElement));
  supersede(notice, !hasProblem);
  required(root, "[data-kept]", HTMLElement).hidden = !isKept;
}

/** @returns {Retention} How long answers are kept if the browser has promised nothing. */
export function usualRetention() {
  return isInSafari() ? "safari" : "usual";
}

/**
 * Safari may delete the saved data of a site that is not visited for a while, whatever it has promised, unless the site
 * is opened from the Home Screen.
 *
 * @returns {boolean}
 */
function isInSafari() {
  const isOnHomeScreen = matchMedia("(display-mode: standalone)").matches;
  // No other engine has this event.
  return "GestureEvent" in window && !isOnHomeScreen;
}
