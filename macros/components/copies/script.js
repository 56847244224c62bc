import { CopyError, changesOf, LARGEST_COPY, loadCopy, makeCopy, readCopy } from "#files/copies.js";
import { download } from "#files/download.js";
import { markdownCopy } from "#files/markdown-copy.js";
import { holdsCopy, textFrom } from "#files/transfer.js";
import { allOf, onAction, required, supersede } from "#page/elements.js";
import { showProgress } from "#page/progress.js";
import { recordWords } from "#records/field-words.js";
import { today as idsOfToday } from "#store/adoption.js";
import { nextTask } from "#store/slices.js";
import { canUndo, undo, wayBack } from "#store/undo.js";
import { today } from "#text/clock.js";
import { excerpt, fill } from "#text/words.js";

const UNDO = "import";
/** How many changes are listed one by one: nobody reads more, and a browser draws them at once. */
const MOST_LISTED = 100;

/**
 * Saves copies of everything, and loads them: shows first what would change, and can be undone.
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
  required(root, "[data-tools]", HTMLElement).hidden = false;
}

class Copies {
  /** @type {import("#files/copies.js").Copy | null} */
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
    if (action === "export-markdown")
      download(`second-impression-${today()}.md`, markdownCopy(), "text/markdown");
    if (action === "import-confirm") this.load();
    if (action === "import-cancel") this.close();
    if (action === "undo") this.undo();
  }

  /** @param {HTMLInputElement} input */
  async openFile(input) {
    const [file] = input.files ?? [];
    if (!file) return;
    await this.open(async () => {
      if (file.size > LARGEST_COPY) throw new CopyError("too-large");
      return file.text();
    });
    input.value = "";
  }

  /** A link from another device holds a copy in its fragment, which does not stay in the address bar. */
  async openLink() {
    const fragment = location.hash;
    if (!holdsCopy(fragment)) return;
    history.replaceState(history.state, "", location.pathname + location.search);
    await this.open(() => textFrom(fragment));
  }

  /** @param {() => Promise<string>} read */
  async open(read) {
    this.close();
    try {
      this.opened = readCopy(await read(), idsOfToday(document));
      await nextTask();
      this.showPreview();
    } catch (error) {
      this.showReason(error instanceof CopyError ? error.reason : "damaged");
    }
  }

  showPreview() {
    if (!this.opened) return;
    const changes = changesOf(this.opened).filter(({ id }) => recordWords(id)?.item !== "");
    const list = required(this.preview, "[data-changes]", HTMLElement);
    list.replaceChildren(...changes.slice(0, MOST_LISTED).map((change) => this.lineOf(change)));
    const more = required(this.preview, "[data-more]", HTMLElement);
    more.hidden = changes.length <= MOST_LISTED;
    more.textContent = fill(more.dataset.words, { count: changes.length - MOST_LISTED });
    const count = required(this.preview, "[data-count]", HTMLElement);
    count.textContent =
      changes.length > 0 ? fill(count.dataset.some, { count: changes.length }) : (count.dataset.none ?? "");
    this.preview.hidden = false;
    this.preview.focus();
  }

  /** @param {import("#files/copies.js").Change} change */
  lineOf({ id, before, after }) {
    const line = document.createElement("li");
    const item = document.querySelector(`[data-entry="${CSS.escape(id)}"] [data-text]`)?.textContent?.trim();
    const record = recordWords(id);
    const inWords = record?.words ?? ((/** @type {string} */ value) => value);
    const { words, unknown } = required(this.preview, "[data-changes]", HTMLElement).dataset;
    line.textContent = fill(words, {
      item: item ?? record?.item ?? fill(unknown, { id }),
      before: excerpt(this.root, inWords(before?.value ?? "")),
      after: excerpt(this.root, inWords(after.value)),
    });
    return line;
  }

  async load() {
    const copy = this.opened;
    if (!copy) return;
    this.close();
    const keep = wayBack(UNDO, new Set(changesOf(copy).map(({ id }) => id)));
    await loadCopy(copy, showProgress(this.root));
    keep();
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
