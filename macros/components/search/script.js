import { importOf } from "#files/fetching.js";
import { required } from "#page/elements.js";

/**
 * Opens the search. Everything else is fetched when it is first opened.
 *
 * @param {HTMLElement} root
 */
export function init(root) {
  const dialog = required(root, "dialog", HTMLDialogElement);
  const open = required(root, "[data-open]", HTMLButtonElement);
  /** @type {Promise<void> | undefined} */
  let started;
  open.addEventListener("click", async () => {
    dialog.showModal();
    started ??= start(root, dialog);
    await started.catch((error) => {
      console.error("The search could not start:", error);
      started = undefined;
      showStatus(dialog, "failed");
      required(dialog, "[data-part=failed]", HTMLElement).hidden = false;
    });
  });
  required(dialog, "[data-close]", HTMLButtonElement).addEventListener("click", () => dialog.close());
  open.hidden = false;
}

/**
 * @param {HTMLElement} root
 * @param {HTMLDialogElement} dialog
 */
async function start(root, dialog) {
  showStatus(dialog, "waiting");
  required(dialog, "[data-part=failed]", HTMLElement).hidden = true;
  /** @type {typeof import("./search.js")} */
  const { startSearch } = await importOf(root);
  await startSearch(root, dialog);
}

/**
 * @param {HTMLDialogElement} dialog
 * @param {string} what Which of the messages of the page.
 */
function showStatus(dialog, what) {
  const status = required(dialog, "[data-status]", HTMLElement);
  status.textContent = status.dataset[what] ?? "";
}
