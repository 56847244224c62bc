import { changesOf, loadCopy, makeCopy } from "#files/copies.js";
import { download } from "#files/download.js";
import { copyBlocks } from "#files/markdown-copy.js";
import { downloadMarkdown } from "#files/markdown-file.js";
import { holdsCopy } from "#files/transfer.js";
import { allOf, onAction, required, showTools, supersede } from "#page/elements.js";
import { showProgress } from "#page/progress.js";
import { renamerOf } from "#store/adoption.js";
import { nextTask } from "#store/slices.js";
import { canUndo, prepareUndo, undo } from "#store/undo.js";
import { today } from "#text/dates.js";

/** @typedef {typeof import("./preview.js")} PreviewModule Opens a copy; fetched when there is one. */

const UNDO = "import";

/**
 * Saves copies of everything, and loads them: shows what would change first, and loading can be undone.
 *
 * @param {HTMLElement} root
 */
export function init(root) {
  const copies = new Copies(root);
  onAction(root, (action) => copies.act(action));
  const file = required(root, "input[data-action='import']", HTMLInputElement);
  file.addEventListener("change", () => copies.openFile(file));
  window.addEventListener("hashchange", () => copies.openLink());
  copies.openLink();
  supersede(required(root, "[data-without-script]", HTMLElement));
  showTools(root);
}

class Copies {
  /** @type {import("#files/copy-format.js").Copy | null} */
  opened = null;

  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.preview = required(root, "[data-preview]", HTMLElement);
    this.status = required(root, "[data-status]", HTMLElement);
    this.undoButton = required(root, "[data-action='undo']", HTMLButtonElement);
    this.undoButton.hidden = !canUndo(UNDO);
  }

  /** @param {string} action */
  act(action) {
    if (action === "export") download(`second-impression-${today()}.json`, makeCopy(), "application/json");
    // The title of the page ends with the name of the site, so that a copy from a center's site says whose it is.
    if (action === "export-markdown") downloadMarkdown("second-impression", document.title, copyBlocks());
    if (action === "import-confirm") this.load();
    if (action === "import-cancel") this.close();
    if (action === "undo") this.undo();
  }

  /** @param {HTMLInputElement} input */
  async openFile(input) {
    const [file] = input.files ?? [];
    if (!file) return;
    await this.open(({ readFile }) => readFile(file));
    input.value = "";
  }

  /** A link from another device holds a copy in its fragment, which is removed from the address bar. */
  async openLink() {
    const fragment = location.hash;
    if (!holdsCopy(fragment)) return;
    history.replaceState(history.state, "", location.pathname + location.search);
    await this.open(({ readLink }) => readLink(fragment));
  }

  /** @param {(module: PreviewModule) => Promise<string>} read */
  async open(read) {
    this.close();
    const module = await import("./preview.js").catch(() => null);
    if (!module) return this.showReason("not-fetched");
    try {
      this.opened = module.readCopy(await read(module), renamerOf(document));
      await nextTask();
      module.showChanges(this.preview, changesOf(this.opened));
      this.preview.hidden = false;
      this.preview.focus();
    } catch (error) {
      this.showReason(error instanceof module.CopyError ? error.reason : "damaged");
    }
  }

  async load() {
    const copy = this.opened;
    if (!copy) return;
    this.close();
    const allowUndo = prepareUndo(UNDO, new Set(changesOf(copy).map(({ id }) => id)));
    await loadCopy(copy, showProgress(this.root));
    allowUndo();
    this.showUndo(this.status.dataset.loaded);
    this.undoButton.focus();
  }

  async undo() {
    await undo(UNDO, showProgress(this.root));
    this.showUndo(this.status.dataset.undone);
  }

  /** @param {string | undefined} words */
  showUndo(words) {
    this.undoButton.hidden = !canUndo(UNDO);
    this.status.textContent = words ?? "";
  }

  /** @param {string} reason */
  showReason(reason) {
    for (const message of allOf(this.root, "[data-reason]"))
      message.hidden = message.dataset.reason !== reason;
  }

  close() {
    this.opened = null;
    this.preview.hidden = true;
    this.status.textContent = "";
    this.showReason("");
  }
}
