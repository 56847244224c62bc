import { allOf, required, supersede } from "#page/elements.js";
import { store } from "#store/store.js";

/**
 * Says whether answers are being saved, for how long, and what to do when they are not.
 *
 * @param {HTMLElement} root
 */
export function init(root) {
  const notice = required(root, "[data-storage-notice]", HTMLElement);
  const kept = required(root, "[data-kept]", HTMLElement);
  supersede(required(notice, "[data-problem='not-kept']", HTMLElement));
  store.onProblem((problems) => {
    for (const message of allOf(notice, "[data-problem]:not([data-superseded])")) {
      message.hidden = ![...problems].some((problem) => problem === message.dataset.problem);
    }
    supersede(notice, problems.size === 0);
    kept.hidden = problems.has("blocked") || problems.has("full");
  });
  showHowLong(kept);
  store.onChange((changed) => changed === null && showHowLong(kept));
  root.closest("[data-checklist], [data-worksheet]")?.addEventListener("change", () => askToKeep(kept));
}

let asked = false;

/**
 * After the first answer of a visit, ask the browser not to delete what is saved here.
 *
 * @param {HTMLElement} kept
 */
async function askToKeep(kept) {
  if (asked || store.shared) return;
  asked = true;
  await answerOf(() => navigator.storage.persist());
  await showHowLong(kept);
}

/** @param {HTMLElement} kept */
async function showHowLong(kept) {
  const promised = await answerOf(() => navigator.storage.persisted());
  const length = store.shared ? "this-tab" : isInSafari() ? "safari" : promised ? "promised" : "usual";
  for (const words of allOf(kept, "[data-kept-for]")) words.hidden = words.dataset.keptFor !== length;
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

/**
 * @param {() => Promise<boolean>} question
 * @returns {Promise<boolean>} False also from a browser that does not know the question or refuses it.
 */
async function answerOf(question) {
  try {
    return await question();
  } catch {
    return false;
  }
}
