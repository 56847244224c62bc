import { allOf } from "#page/elements.js";
import { store } from "#store/store.js";
import { showRetention, showStorageState, usualRetention } from "./retention.js";

/** @typedef {import("#store/store.js").Problem} Problem */

/**
 * Says whether answers are being saved, for how long, and what to do when they are not.
 *
 * @param {HTMLElement} root
 */
export function init(root) {
  store.onProblem((problems) => {
    for (const message of allOf(root, "[data-problem]:not([data-problem='not-kept'])")) {
      message.hidden = !problems.has(/** @type {Problem} */ (message.dataset.problem));
    }
    showStorageState(root, problems.size > 0, !problems.has("blocked") && !problems.has("full"));
  });
  updateRetention(root);
  store.onChange((changed) => changed === null && updateRetention(root));
  root
    .closest("[data-checklist], [data-worksheet]")
    ?.addEventListener("change", () => requestPersistence(root));
}

let asked = false;

/**
 * After the first answer of a visit, ask the browser not to delete what is saved here.
 *
 * @param {HTMLElement} root
 */
async function requestPersistence(root) {
  if (asked || store.shared) return;
  asked = true;
  await orFalse(() => navigator.storage.persist());
  await updateRetention(root);
}

/** @param {HTMLElement} root */
async function updateRetention(root) {
  const usual = usualRetention();
  const promised = await orFalse(() => navigator.storage.persisted());
  showRetention(root, store.shared ? "this-tab" : promised && usual === "usual" ? "promised" : usual);
}

/**
 * @param {() => Promise<boolean>} question
 * @returns {Promise<boolean>} Also false if the browser lacks the method or refuses.
 */
async function orFalse(question) {
  try {
    return await question();
  } catch {
    return false;
  }
}
