import { makeCopy } from "#files/copies.js";
import { download } from "#files/download.js";
import { onAction, required, setText, showTools } from "#page/elements.js";
import { store } from "#store/store.js";
import { today } from "#text/dates.js";

/**
 * A computer that others use too: a switch that moves everything into this tab and back, and a button that leaves
 * nothing behind and cannot be undone.
 *
 * @param {HTMLElement} root
 */
export function init(root) {
  const toggle = required(root, "input[data-action='shared']", HTMLInputElement);
  const dialog = required(root, "dialog", HTMLDialogElement);
  const show = () => {
    toggle.checked = store.shared;
  };
  toggle.addEventListener("change", () => {
    store.shared = toggle.checked;
    show();
  });
  /** @type {Record<string, () => void>} */
  const actions = {
    finish: () => dialog.showModal(),
    export: () => download(`second-impression-${today()}.json`, makeCopy(), "application/json"),
    "finish-cancel": () => dialog.close(),
    "finish-confirm": () => finish(root, dialog),
  };
  onAction(root, (action) => actions[action]());
  store.onChange(show);
  show();
  showTools(root);
}

/**
 * @param {HTMLElement} root
 * @param {HTMLDialogElement} dialog
 */
function finish(root, dialog) {
  store.end();
  dialog.close();
  const status = required(root, "[data-status]", HTMLElement);
  setText(status, status.dataset.finished ?? "");
}
