import { copy } from "#files/clipboard.js";
import { oncePerFrame } from "#page/animation-frame.js";
import { allOf, onAction, required, setText } from "#page/elements.js";
import { store } from "#store/store.js";
import { canUndo, undo, withUndo } from "#store/undo.js";

const UNDO = "remove:set-aside";

/**
 * Shows saved entries that could not be read, so that readers can copy them and then remove them.
 *
 * @param {HTMLElement} root
 */
export function init(root) {
  const list = new SetAside(root);
  onAction(root, (action, button) => list.act(action, button));
  const redraw = oncePerFrame(() => list.show());
  store.onProblem(redraw);
  store.onChange(redraw);
  list.show();
}

class SetAside {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.list = required(root, "[data-list]", HTMLElement);
    this.template = required(root, "template", HTMLTemplateElement);
    this.status = required(root, "[data-status]", HTMLElement);
    this.undoButton = required(root, "[data-action='undo-remove']", HTMLButtonElement);
  }

  show() {
    const texts = store.setAside();
    const shown = new Map(allOf(this.list, "[data-name]").map((line) => [line.dataset.name, line]));
    this.list.replaceChildren(...texts.map(([name, saved]) => shown.get(name) ?? this.draw(name, saved)));
    this.undoButton.hidden = !canUndo(UNDO);
    if (!this.undoButton.hidden) setText(this.status, this.status.dataset.removed ?? "");
    this.root.hidden = texts.length === 0 && this.undoButton.hidden;
  }

  /**
   * @param {string} action
   * @param {HTMLButtonElement} button
   */
  async act(action, button) {
    const line = button.closest("[data-name]");
    if (action === "undo-remove") await this.undo();
    if (line instanceof HTMLElement && action === "copy") await this.copy(line);
    if (line instanceof HTMLElement && action === "remove") this.remove(line.dataset.name ?? "");
  }

  /** @param {HTMLElement} line */
  async copy(line) {
    const text = required(line, "[data-text]", HTMLTextAreaElement);
    const isCopied = await copy(text.value);
    if (!isCopied) text.select();
    setText(this.status, this.status.dataset[isCopied ? "copied" : "copyFailed"] ?? "");
  }

  /** @param {string} name */
  remove(name) {
    withUndo(UNDO, [], () => store.removeLeftovers([name]));
    this.show();
    this.undoButton.focus();
  }

  async undo() {
    await undo(UNDO);
    setText(this.status, "");
    this.show();
  }

  /**
   * @param {string} name
   * @param {string} saved
   * @returns {HTMLElement}
   */
  draw(name, saved) {
    const fragment = /** @type {DocumentFragment} */ (this.template.content.cloneNode(true));
    const line = /** @type {HTMLElement} */ (fragment.firstElementChild);
    line.dataset.name = name;
    required(line, "[data-text]", HTMLTextAreaElement).value = textIn(saved);
    return line;
  }
}

/**
 * @param {string} saved
 * @returns {string} The reader's text if it can be found, otherwise the whole entry.
 */
function textIn(saved) {
  try {
    const { value } = JSON.parse(saved);
    return typeof value === "string" ? value : saved;
  } catch {
    return saved;
  }
}
