import { copy } from "#files/clipboard.js";
import { showDone } from "#page/done.js";
import { onAction, required } from "#page/elements.js";

/**
 * Copies the code that shows a tool on another site.
 *
 * @param {HTMLElement} root
 */
export function init(root) {
  const code = required(root, "[data-code]", HTMLElement);
  const status = required(root, "[data-status]", HTMLElement);
  onAction(root, async (_action, button) => {
    const copied = await copy(code.textContent);
    if (copied) showDone(button);
    else window.getSelection()?.selectAllChildren(code);
    status.textContent = (copied ? status.dataset.copied : status.dataset.copyFailed) ?? "";
  });
  required(root, "[data-tools]", HTMLElement).hidden = false;
}
