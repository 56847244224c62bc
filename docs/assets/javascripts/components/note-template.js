import { onAction, required } from "../lib/elements.js";

/**
 * Copies the subject or the body of a note.
 *
 * @param {HTMLElement} root
 */
export function init(root) {
  const status = required(root, "[data-status]", HTMLElement);
  onAction(root, async (_action, button) => {
    const source = required(root, `[data-note='${button.dataset.copies}']`, HTMLElement);
    const copied = await copy(source);
    status.textContent = (copied ? status.dataset.copied : status.dataset.copyFailed) ?? "";
  });
  required(root, "[data-tools]", HTMLElement).hidden = false;
}

/**
 * @param {HTMLElement} source
 * @returns {Promise<boolean>} False when the browser refused; the text is then selected instead.
 */
async function copy(source) {
  try {
    await navigator.clipboard.writeText(source.textContent.trim());
    return true;
  } catch {
    window.getSelection()?.selectAllChildren(source);
    return false;
  }
}
