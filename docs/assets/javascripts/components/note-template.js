import { required } from "../lib/elements.js";

/**
 * Copies the subject or the body of a note.
 *
 * @param {HTMLElement} root
 */
export function init(root) {
  const status = required(root, "[data-status]", HTMLElement);
  root.addEventListener("click", async ({ target }) => {
    const button = target instanceof Element && target.closest("[data-action='copy']");
    if (!button) return;
    const source = required(root, `[data-note='${button.getAttribute("data-copies")}']`, HTMLElement);
    status.textContent = (await copy(source)) ? status.dataset.copied : status.dataset.copyFailed;
  });
  required(root, "[data-tools]", HTMLElement).hidden = false;
}

/**
 * @param {HTMLElement} source
 * @returns {Promise<boolean>} False when the browser refused; the text is then selected instead.
 */
async function copy(source) {
  try {
    await navigator.clipboard.writeText(source.innerText.trim());
    return true;
  } catch {
    window.getSelection()?.selectAllChildren(source);
    return false;
  }
}
