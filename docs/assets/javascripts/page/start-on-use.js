/**
 * Starts a page with large tools. As long as nothing is saved, the tools look as their scripts would show them, and the
 * scripts load when a reader begins to use one: when a mouse pointer or a finger is on it, before the first letter.
 * What the reader types, chooses or presses until then is passed on to them.
 *
 * A page printed before that is the form to fill in by hand. If something is saved, or the address leads to a part of a
 * tool, the scripts load at once.
 */

import { fetchSettings } from "../files/settings.js";
import "../files/printed-fields.js";
import { hasSavedAnswers } from "./has-saved-answers.js";
import { fail, recover, rootsOf, startComponents } from "./start.js";

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Field */
/**
 * @typedef {Record<string, (root: HTMLElement) => void>} Ready A function for each tool, by name, that makes it look
 *   ready.
 */
/** @typedef {() => Promise<{started: Promise<void>}>} FetchTools */

const BEGIN = ["pointerover", "pointerdown", "focusin", "click", "change"];
const WRITTEN = ["input", "change"];
/** Elements that act when pressed. A switch must not turn on before it works. */
const PRESSED = "button, [role=switch]";

/**
 * @param {import("./start.js").Components} components The components that start at once.
 * @param {Ready} ready
 * @param {FetchTools} fetchTools
 */
export async function startAll(components, ready, fetchTools) {
  const tools = new Tools(rootsOf(ready), fetchTools);
  const isNew = !hasSavedAnswers();
  if (isNew) tools.wait();
  // A returning reader sees the page once its tools show the saved answers.
  const shown = Object.entries(ready).map(([name, show]) => [
    name,
    isNew ? inParts(show) : () => tools.start(),
  ]);
  await startComponents({ ...components, ...Object.fromEntries(shown) });
  if (location.search + location.hash !== "") tools.start();
}

/**
 * When a page has loaded, the browser does its remaining work, such as layout of everything that changed, in the task
 * of the script. So each tool is shown in a task of its own, and on a phone in parts: see starting.css.
 *
 * @param {(root: HTMLElement) => void} show
 * @returns {(root: HTMLElement) => Promise<void>}
 */
function inParts(show) {
  return async (root) => {
    if ("anew" in document.documentElement.dataset) await new Promise((resolve) => setTimeout(resolve));
    show(root);
  };
}

class Tools {
  /** @type {Promise<void> | null} */
  #starting = null;
  /** @type {Map<Field, {value?: string, checked?: boolean}>} Input so far, in order of the last change. */
  #written = new Map();
  /** @type {HTMLElement | null} */
  #pressed = null;
  #waiting = new AbortController();

  /**
   * @param {HTMLElement[]} roots
   * @param {FetchTools} fetchTools
   */
  constructor(roots, fetchTools) {
    this.roots = roots;
    this.fetchTools = fetchTools;
  }

  /** Wait until one of them is used, or something is saved elsewhere. */
  wait() {
    for (const use of WRITTEN) this.#listen(document, use, ({ target }) => this.#note(target));
    this.#listen(document, "click", (event) => this.#hold(event));
    // A reader who has gone on to a field meanwhile stays in it. In WebKit a switch gets the focus only after the
    // click.
    this.#listen(document, "focusin", ({ target }) => {
      if (isField(target) && target !== this.#pressed && this.#has(target)) this.#pressed = null;
    });
    for (const use of BEGIN) this.#listen(document, use, ({ target }) => this.#has(target) && this.start());
    this.#listen(window, "hashchange", () => this.start());
    // Another tab has saved something, or another page did before the reader came back to this one.
    for (const news of ["storage", "pageshow"])
      this.#listen(window, news, () => hasSavedAnswers() && this.start());
  }

  /** @returns {Promise<void>} Fulfilled when they have started, or have shown that they cannot. */
  start() {
    this.#starting ??= this.#start();
    return this.#starting;
  }

  async #start() {
    try {
      for (const root of this.roots) recover(root);
      // Fetch these first: the script asks for them again, and a script cannot start twice.
      await Promise.all(this.roots.filter(({ dataset }) => dataset.settingsFile).map(fetchSettings));
      await (await this.fetchTools()).started;
      this.#waiting.abort();
      this.#handOver();
      for (const root of this.roots) root.toggleAttribute("data-on-use", false);
    } catch (error) {
      for (const root of this.roots) fail(root, error);
      // The next use tries again: there may be a connection by then.
      this.#starting = null;
      this.#pressed = null;
    }
  }

  /**
   * @param {EventTarget} where
   * @param {string} type
   * @param {(event: Event) => void} act
   */
  #listen(where, type, act) {
    where.addEventListener(type, act, { capture: true, signal: this.#waiting.signal });
  }

  /** @param {EventTarget | null} target */
  #has(target) {
    return target instanceof Node && this.roots.some((root) => root.contains(target));
  }

  /** @param {EventTarget | null} target */
  #note(target) {
    if (!isField(target) || !this.#has(target)) return;
    if (this.#written.size === 0) this.#listen(window, "beforeunload", (event) => event.preventDefault());
    this.#written.delete(target);
    this.#written.set(target, stateOf(target));
  }

  /** @param {Event} event A click on a component of another script is left alone. */
  #hold(event) {
    const pressed = event.target instanceof Element ? event.target.closest(PRESSED) : null;
    const root = pressed?.closest("[data-module]");
    if (!this.roots.includes(/** @type {HTMLElement} */ (root))) return;
    event.preventDefault();
    event.stopPropagation();
    this.#pressed = /** @type {HTMLElement} */ (pressed);
  }

  /** A script starts by showing the saved answers, of which there are none. Then restore what was written meanwhile. */
  #handOver() {
    for (const [field, state] of this.#written) {
      if ("checked" in state || field.value !== state.value) Object.assign(field, state);
      for (const type of WRITTEN) field.dispatchEvent(new Event(type, { bubbles: true }));
    }
    this.#pressed?.click();
  }
}

/**
 * @param {Field} field
 * @returns {{value?: string, checked?: boolean}} What a reader wrote or chose in it.
 */
function stateOf(field) {
  const isCheckable = field instanceof HTMLInputElement && ["checkbox", "radio"].includes(field.type);
  return isCheckable ? { checked: field.checked } : { value: field.value };
}

/**
 * @param {EventTarget | null} target
 * @returns {target is Field}
 */
function isField(target) {
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  );
}
