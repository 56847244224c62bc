import { hasUnsaved, saveFile } from "#one-file/answers.js";
import { onAction, required, setText } from "#page/elements.js";
import { store } from "#store/store.js";

/**
 * Saves a new file, and says when there are answers that are in no file yet.
 *
 * @param {HTMLElement} root
 */
export function init(root) {
  const status = required(root, "[data-status]", HTMLElement);
  const show = () => hasUnsaved() && setText(status, status.dataset.unsaved ?? "");
  onAction(root, () => {
    saveFile();
    setText(status, status.dataset.saved ?? "");
  });
  store.onChange(show);
  show();
}
