import { print } from "#files/printing.js";
import { allOf, onAction, required, setText } from "#page/elements.js";
import { dotsOf, settledVerdict } from "#page/verdict.js";
import { store } from "#store/store.js";
import { canUndo, forgetUndo, undo, withUndo } from "#store/undo.js";
import { fill } from "#text/words.js";

/** @typedef {Map<string, HTMLInputElement[]>} Answers Each answer's storage id with its inputs. */

/**
 * Saves the answers of one checklist, shows progress and result, and clears it, with undo.
 *
 * @param {HTMLElement} root
 */
export function init(root) {
  const checklist = new Checklist(root);
  checklist.showAll();
  root.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLInputElement) checklist.save(target);
  });
  onAction(root, (action) => checklist.act(action));
  store.onChange((changed) => checklist.follow(changed));
  required(root, "[data-tools]", HTMLElement).hidden = false;
}

class Checklist {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.undoName = `reset:${root.dataset.checklist}`;
    this.answers = findAnswers(root);
    this.status = required(root, "[data-status]", HTMLElement);
    this.undoButton = required(root, "[data-action='undo']", HTMLButtonElement);
    this.progressBar = required(root, "progress", HTMLProgressElement);
    this.progressText = required(root, "[data-progress-text]", HTMLElement);
    required(root, "[data-progress]", HTMLElement).hidden = false;
  }

  /** @param {HTMLInputElement} input */
  save(input) {
    forgetUndo(this.undoName);
    store.write(answerId(input), input.checked ? input.value : "");
    this.showUndo();
  }

  /** @param {string} action */
  act(action) {
    if (action === "reset") this.clear();
    if (action === "undo") this.undo();
    if (action === "print") print();
    if (action === "print-blank") print({ blank: true });
  }

  clear() {
    const answered = [...this.answers.keys()].filter((id) => store.read(id));
    withUndo(this.undoName, answered, () => {
      for (const id of answered) store.write(id, "");
    });
    this.showUndo();
    this.undoButton.focus();
  }

  async undo() {
    await undo(this.undoName);
    this.showUndo();
    this.status.textContent = this.status.dataset.undoDone ?? "";
    this.root.querySelector("input")?.focus();
  }

  /** @param {import("#store/store.js").Changed} changed What changed, here or in another tab. */
  follow(changed) {
    if (changed === null) return this.showAll();
    for (const id of changed) if (this.answers.has(id)) this.showAnswer(id);
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
    this.undoButton.hidden = !canUndo(this.undoName);
    setText(this.status, this.undoButton.hidden ? "" : (this.status.dataset.resetDone ?? ""));
  }

  showSummary() {
    const done = this.root.querySelectorAll("input:checked").length;
    const total = this.answers.size;
    this.progressBar.value = done;
    required(this.root, "[data-action='reset']", HTMLElement).hidden = done === 0;
    setText(this.progressText, fill(this.progressText.dataset.words, { done, total }));
    required(this.root, "[data-result-link]", HTMLElement).hidden = done < total;
    this.root.querySelector("[data-done]")?.toggleAttribute("hidden", done < total);
    showResult(
      this.root,
      [...this.answers.keys()].map((id) => store.read(id)),
    );
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
 * Show the verdict on the answers, with a dot above it for each, and what to work on.
 *
 * @param {HTMLElement} root
 * @param {string[]} answers
 */
function showResult(root, answers) {
  const verdicts = allOf(root, "[data-verdict]");
  const settled = settledVerdict(verdicts, answers);
  for (const verdict of verdicts)
    verdict.hidden = settled ? verdict !== settled : verdict.dataset.verdict !== "unfinished";
  const given = root.querySelector("[data-given]");
  if (given instanceof HTMLElement) showGiven(given, answers, settled);
  for (const advice of allOf(root, "[data-for]")) {
    advice.hidden = store.read(`${root.dataset.checklist}--${advice.dataset.for}`) !== "no";
  }
  root.querySelector("[data-work-on]")?.toggleAttribute("hidden", !answers.includes("no"));
}

/**
 * @param {HTMLElement} given
 * @param {string[]} answers
 * @param {HTMLElement | undefined} verdict The one that the answers settle, if any.
 */
function showGiven(given, answers, verdict) {
  given.hidden = !verdict;
  given.dataset.dots = dotsOf(answers);
  for (const times of allOf(given, "[data-times]"))
    times.textContent = String(answers.filter((answer) => answer === times.dataset.times).length);
}
