import { copy } from "#files/clipboard.js";
import { showDone } from "#page/done.js";
import { onAction, required } from "#page/elements.js";

/**
 * Copies the subject or the body of a note.
 *
 * @param {HTMLElement} root
 */
export function init(root) {
  const status = required(root, "[data-status]", HTMLElement);
  onAction(root, async (_action, button) => {
    const source = required(root, `[data-note='${button.dataset.copies}']`, HTMLElement);
    const copied = await copy(source.textContent.trim());
    if (copied) showDone(button);
    else window.getSelection()?.selectAllChildren(source);
    status.textContent = (copied ? status.dataset.copied : status.dataset.copyFailed) ?? "";
  });
  required(root, "[data-tools]", HTMLElement).hidden = false;
}
