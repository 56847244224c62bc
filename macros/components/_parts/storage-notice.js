import { allOf } from "#page/elements.js";
import { store } from "#store/store.js";
import { showHowLong, showKept, usualLength } from "./kept.js";

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
    showKept(root, problems.size > 0, !problems.has("blocked") && !problems.has("full"));
  });
  findHowLong(root);
  store.onChange((changed) => changed === null && findHowLong(root));
  root.closest("[data-checklist], [data-worksheet]")?.addEventListener("change", () => askToKeep(root));
}

let asked = false;

/**
 * After the first answer of a visit, ask the browser not to delete what is saved here.
 *
 * @param {HTMLElement} root
 */
async function askToKeep(root) {
  if (asked || store.shared) return;
  asked = true;
  await answerOf(() => navigator.storage.persist());
  await findHowLong(root);
}

/** @param {HTMLElement} root */
async function findHowLong(root) {
  const length = usualLength();
  const promised = await answerOf(() => navigator.storage.persisted());
  showHowLong(root, store.shared ? "this-tab" : promised && length === "usual" ? "promised" : length);
}

/**
 * @param {() => Promise<boolean>} question
 * @returns {Promise<boolean>} Also false if the browser lacks the method or refuses.
 */
async function answerOf(question) {
  try {
    return await question();
  } catch {
    return false;
  }
}
