import { required } from "../lib/elements.js";
import { print } from "../lib/printing.js";
import { store } from "../lib/store.js";

/** @typedef {Map<string, HTMLInputElement[]>} Answers Each answer's storage id with its inputs. */

/**
 * Saves the answers of one checklist, shows progress and result, and clears it with a way back.
 *
 * @param {HTMLElement} root
 */
export function init(root) {
  const checklist = new Checklist(root);
  checklist.showAll();
  root.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLInputElement) checklist.save(target);
  });
  root.addEventListener("click", ({ target }) => {
    const button = target instanceof Element && target.closest("[data-action]");
    if (button) checklist.act(button.getAttribute("data-action"));
  });
  store.onChange((id) => checklist.follow(id));
  required(root, "[data-tools]", HTMLElement).hidden = false;
}

class Checklist {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.undoId = `undo:${root.dataset.checklist}`;
    this.answers = findAnswers(root);
    this.status = required(root, "[data-status]", HTMLElement);
    this.undoButton = required(root, "[data-action='undo']", HTMLButtonElement);
    this.progress = required(root, "[data-progress]", HTMLElement);
    this.progressBar = required(root, "progress", HTMLProgressElement);
    this.progressText = required(root, "[data-progress-text]", HTMLElement);
    this.progress.hidden = false;
  }

  /** @param {HTMLInputElement} input */
  save(input) {
    if (store.read(this.undoId)) store.write(this.undoId, "");
    store.write(answerId(input), input.checked ? input.value : "");
  }

  /** @param {string | null} action */
  act(action) {
    if (action === "reset") this.reset();
    if (action === "undo") this.undo();
    if (action === "print") print();
    if (action === "print-blank") print({ blank: true });
  }

  reset() {
    const ids = [...this.answers.keys()];
    const cleared = ids.filter((id) => store.read(id)).map((id) => [id, store.read(id)]);
    if (cleared.length === 0) return;
    store.write(this.undoId, JSON.stringify(Object.fromEntries(cleared)));
    for (const [id] of cleared) store.write(id, "");
    this.status.textContent = this.status.dataset.resetDone ?? "";
  }

  undo() {
    const cleared = JSON.parse(store.read(this.undoId));
    for (const id of this.answers.keys()) if (Object.hasOwn(cleared, id)) store.write(id, cleared[id]);
    store.write(this.undoId, "");
    this.status.textContent = this.status.dataset.undoDone ?? "";
    this.root.querySelector("input")?.focus();
  }

  /** @param {string | null} id What changed, here or in another tab; null for anything. */
  follow(id) {
    if (id === null) return this.showAll();
    if (id === this.undoId) return this.showUndo();
    if (!this.answers.has(id)) return;
    this.showAnswer(id);
    this.showSummary();
  }

  showAll() {
    for (const id of this.answers.keys()) this.showAnswer(id);
    this.showSummary();
    this.showUndo();
  }

  /** @param {string} id */
  showAnswer(id) {
    const value = store.read(id);
    for (const input of this.answers.get(id) ?? []) input.checked = input.value === value;
  }

  showUndo() {
    this.undoButton.hidden = !store.read(this.undoId);
    this.status.textContent = this.undoButton.hidden ? "" : (this.status.dataset.resetDone ?? "");
  }

  showSummary() {
    const done = this.root.querySelectorAll("input:checked").length;
    const total = this.answers.size;
    this.progressBar.value = done;
    this.progressText.textContent = (this.progressText.dataset.words ?? "")
      .replace("{done}", String(done))
      .replace("{total}", String(total));
    this.root.querySelector("[data-done]")?.toggleAttribute("hidden", done < total);
    showResult(this.root, total - done);
  }
}

/**
 * @param {HTMLElement} root
 * @returns {Answers}
 */
function findAnswers(root) {
  /** @type {Answers} */
  const answers = new Map();
  for (const input of root.querySelectorAll("input")) {
    const id = answerId(input);
    answers.set(id, [...(answers.get(id) ?? []), input]);
  }
  return answers;
}

/**
 * @param {HTMLInputElement} input
 * @returns {string} CHECKLIST--ITEM: the name that a group of radio buttons shares, or the box's id.
 */
function answerId(input) {
  return input.type === "radio" ? input.name : input.id;
}

/**
 * Show the verdict that the answers call for, and what to work on.
 *
 * A verdict stands as soon as the missing answers cannot change it.
 *
 * @param {HTMLElement} root
 * @param {number} missing How many questions have no answer yet.
 */
function showResult(root, missing) {
  const no = root.querySelectorAll("input[value='no']:checked").length;
  const verdicts = [...root.querySelectorAll("[data-verdict]")].filter((v) => v instanceof HTMLElement);
  const settled = verdicts.find(
    ({ dataset }) => no >= Number(dataset.noMin) && no + missing <= Number(dataset.noMax),
  );
  for (const verdict of verdicts) {
    verdict.hidden = settled ? verdict !== settled : verdict.dataset.verdict !== "unfinished";
  }
  const toWorkOn = root.querySelectorAll("[data-for]");
  for (const entry of toWorkOn) {
    const item = `${root.dataset.checklist}--${entry.getAttribute("data-for")}`;
    entry.toggleAttribute("hidden", store.read(item) !== "no");
  }
  root.querySelector("[data-work-on]")?.toggleAttribute("hidden", no === 0);
}
