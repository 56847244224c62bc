import { makeCopy } from "#files/copies.js";
import { download } from "#files/download.js";
import { onAction, required, showTools } from "#page/elements.js";
import { showProgress } from "#page/progress.js";
import { countSaved } from "#records/counting.js";
import { inSlices } from "#store/slices.js";
import { store } from "#store/store.js";
import { canUndo, forgetAllUndo, prepareUndo, undo } from "#store/undo.js";
import { today } from "#text/dates.js";
import { fill } from "#text/words.js";

const UNDO = "clear-all";

/**
 * Deletes everything that this site has saved: asks first, offers a copy, and can be undone while the page is open.
 * Reopening the tab brings nothing back.
 *
 * @param {HTMLElement} root
 */
export function init(root) {
  const dialog = required(root, "dialog", HTMLDialogElement);
  /** @type {Record<string, () => unknown>} */
  const actions = {
    "clear-all": () => ask(dialog),
    export: () => download(`second-impression-${today()}.json`, makeCopy(), "application/json"),
    "clear-cancel": () => dialog.close(),
    "clear-confirm": () => clear(root, dialog),
    undo: () => undoClear(root),
  };
  onAction(root, (action) => actions[action]());
  showUndo(root);
  showTools(root);
}

/** @param {HTMLDialogElement} dialog */
function ask(dialog) {
  const what = required(dialog, "[data-what]", HTMLElement);
  what.textContent = fill(what.dataset.words, { count: countSaved().answers });
  dialog.showModal();
}

/**
 * @param {HTMLElement} root
 * @param {HTMLDialogElement} dialog
 */
async function clear(root, dialog) {
  dialog.close();
  const ids = [...store.entries().keys()];
  const allowUndo = prepareUndo(UNDO, ids, { inPageOnly: true });
  forgetAllUndo();
  await store.batch(() => inSlices(ids, (some) => store.remove(some), showProgress(root)));
  store.removeLeftovers(store.leftovers().keys());
  allowUndo();
  showUndo(root, "cleared");
}

/** @param {HTMLElement} root */
async function undoClear(root) {
  await undo(UNDO, showProgress(root));
  showUndo(root, "undone");
}

/**
 * @param {HTMLElement} root
 * @param {"cleared" | "undone"} [done]
 */
function showUndo(root, done) {
  const status = required(root, "[data-status]", HTMLElement);
  required(root, "[data-action='undo']", HTMLButtonElement).hidden = !canUndo(UNDO);
  status.textContent = (done && status.dataset[done]) ?? "";
}
