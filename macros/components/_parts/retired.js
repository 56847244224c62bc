import { allOf, onAction, required } from "#page/elements.js";
import { redrawOnChange } from "#store/changes.js";
import { store } from "#store/store.js";
import { canUndo, undo, withUndo } from "#store/undo.js";

/**
 * Shows answers to items that are no longer on the list, until the reader removes them. Undo brings back all
 * that were removed.
 *
 * @param {HTMLElement} root
 */
export function init(root) {
  const ids = new Map(allOf(root, "[data-retired]").map((item) => [item, item.dataset.entry ?? ""]));
  const undoButton = required(root, "[data-action='undo-remove']", HTMLButtonElement);
  const removed = () => [...ids.values()].map(removalOf).filter(canUndo);
  const show = () => {
    for (const [item, id] of ids) item.hidden = store.read(id) === "";
    undoButton.hidden = removed().length === 0;
    root.hidden = undoButton.hidden && [...ids.keys()].every((item) => item.hidden);
  };
  onAction(root, async (action, button) => {
    const id = ids.get(/** @type {HTMLElement} */ (button.closest("[data-retired]")));
    if (action === "undo-remove") await Promise.all(removed().map((removal) => undo(removal)));
    else if (id) withUndo(removalOf(id), [id], () => store.write(id, ""));
    show();
  });
  redrawOnChange(show);
  show();
}

/** @param {string} id */
function removalOf(id) {
  return `remove:${id}`;
}
