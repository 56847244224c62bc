import { copy } from "#files/clipboard.js";
import { fetchMarkup } from "#files/markup.js";
import { keepInAddress } from "#page/address.js";
import { allOf, onAction, required, setText } from "#page/elements.js";
import { fail, recover } from "#page/start.js";
import { hasChanged, redrawOnChange } from "#store/changes.js";
import { store } from "#store/store.js";
import { fillSheet } from "./filled-sheet.js";

/**
 * Keeps the choice of sheets in the address, so that it can be shared, and puts on them what the reader saved.
 *
 * @param {HTMLElement} root
 * @returns {Promise<void>} Fulfilled once the pack matches the address.
 */
export async function init(root) {
  const pack = new PrintPack(root);
  pack.read();
  root.addEventListener("change", () => pack.keep());
  onAction(root, (action) => pack.act(action));
  redrawOnChange((changed) => hasChanged(changed, () => true) && pack.show());
  for (const part of allOf(root, "[data-mine], [data-tools]")) part.hidden = false;
  await pack.shown;
}

class PrintPack {
  /** @type {Promise<void>} Fulfilled once the sheets show all that was asked for. */
  shown = Promise.resolve();
  /** @type {Promise<Element> | null} The forms that replace blank ones, once they are asked for. */
  #forms = null;

  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.options = boxesIn(root, ".print-pack__option");
    this.ticks = boxesIn(root, ".sheet .checklist");
    this.status = required(root, "[data-status]", HTMLElement);
  }

  /** Apply the choice in the address; if it names no sheets, theirs stays as it is. */
  read() {
    const said = new URLSearchParams(location.search);
    const sheets = said.get("sheets")?.split(",");
    for (const box of this.options) {
      if (box.name !== "sheets") box.checked = said.has(box.name);
      else if (sheets) box.checked = sheets.includes(box.value);
    }
    this.show();
  }

  keep() {
    const chosen = this.options.filter((box) => box.checked);
    const sheets = chosen.filter((box) => box.name === "sheets").map((box) => box.value);
    const others = chosen.filter((box) => box.name !== "sheets").map((box) => `&${box.name}=${box.value}`);
    keepInAddress(`sheets=${sheets.join(",")}${others.join("")}`);
    this.show();
  }

  /** Sheets are blank unless the reader wants their own. */
  show() {
    for (const box of this.ticks) {
      const id = box.type === "radio" ? box.name : box.id;
      box.checked = this.isMine && store.read(id) === box.value;
    }
    this.shown = this.isMine ? this.fill() : Promise.resolve(this.empty());
  }

  get isMine() {
    return this.options.some((box) => box.name === "mine" && box.checked);
  }

  empty() {
    for (const sheet of allOf(this.root, ".sheet--mine")) sheet.remove();
  }

  /** By the time the forms arrive, the reader may have chosen something else. */
  async fill() {
    try {
      const forms = /** @type {HTMLTemplateElement[]} */ (allOf(await this.forms(), "template"));
      recover(this.root);
      this.empty();
      if (this.isMine) await Promise.all(forms.map((form) => this.fillIn(form)));
    } catch (error) {
      this.#forms = null;
      fail(this.root, error);
    }
  }

  /** They are in a file, since few packs need them. */
  forms() {
    this.#forms ??= fetchMarkup(required(this.root, "fetched-part", HTMLElement).dataset.file);
    return this.#forms;
  }

  /** @param {HTMLTemplateElement} form */
  async fillIn(form) {
    const choice = `.print-pack__sheet:has(> label [value="${form.dataset.filled}"]:checked)`;
    const [sheet] = allOf(this.root, `${choice} > .sheet`);
    if (sheet) await fillSheet(sheet, form);
  }

  /** @param {string} action */
  async act(action) {
    if (action === "print") await this.print();
    if (action !== "copy-link") return;
    this.keep();
    const { copied, copyFailed } = this.status.dataset;
    setText(this.status, ((await copy(location.href)) ? copied : copyFailed) ?? "");
  }

  async print() {
    await this.shown;
    window.print();
  }
}

/**
 * @param {HTMLElement} root
 * @param {string} place
 * @returns {HTMLInputElement[]}
 */
function boxesIn(root, place) {
  return /** @type {HTMLInputElement[]} */ (allOf(root, `${place} input`));
}
