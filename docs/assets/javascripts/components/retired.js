import { allOf, onAction, required } from "../lib/elements.js";
import { store } from "../lib/store.js";
import { canUndo, undo, undoable } from "../lib/undo.js";

/**
 * Shows answers to what is no longer part of a list, until the reader removes them.
 *
 * @param {HTMLElement} root
 */
export function init(root) {
  const items = allOf(root, "[data-retired]");
  const action = `remove:${items.map(idOf).join(" ")}`;
  const undoButton = required(root, "[data-action='undo-remove']", HTMLButtonElement);
  const show = () => {
    for (const item of items) item.hidden = store.read(idOf(item)) === "";
    undoButton.hidden = !canUndo(action);
    root.hidden = undoButton.hidden && items.every((item) => item.hidden);
  };
  onAction(root, (name, button) => {
    const item = button.closest("[data-retired]");
    if (name === "undo-remove") undo(action);
    else if (item instanceof HTMLElement) remove(action, idOf(item));
    show();
  });
  store.onChange(show);
  show();
}

/**
 * @param {string} action
 * @param {string} id
 */
function remove(action, id) {
  undoable(action, [id], () => store.write(id, ""));
}

/** @param {HTMLElement} item */
function idOf(item) {
  return item.dataset.entry ?? "";
}
