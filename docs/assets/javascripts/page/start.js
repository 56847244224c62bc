/**
 * Starts the components of a page: the element with data-module="NAME" is handed to NAME's init.
 *
 * Pages read, print and can be ticked without any of this.
 */

/**
 * @typedef {(root: HTMLElement) => void | Promise<void>} Init Whoever has something saved sees the page once the promise
 *   is fulfilled.
 * @typedef {Record<string, Init>} Components The init of each, by its name.
 */

/**
 * A component that cannot start says so where it stands, and stops no other. What is inside it is not
 * started either: a notice there must not claim that answers are saved.
 *
 * @param {HTMLElement} root
 * @param {Components} components
 * @param {(root: HTMLElement) => void} prepare
 */
async function start(root, components, prepare) {
  if (root.closest("[data-failed]")) return;
  try {
    prepare(root);
    // Another script of the page starts what this one does not know.
    await components[root.dataset.module ?? ""]?.(root);
  } catch (error) {
    fail(root, error);
  }
}

/**
 * @param {HTMLElement} root
 * @param {unknown} error
 */
export function fail(root, error) {
  console.error(`"${root.dataset.module}" could not start:`, error);
  root.dataset.failed = "";
  root.querySelector("[data-script-failed]")?.removeAttribute("hidden");
}

/** @param {HTMLElement} root It is tried once more. */
export function recover(root) {
  delete root.dataset.failed;
  root.querySelector("[data-script-failed]")?.setAttribute("hidden", "");
}

/**
 * Start every component of the page. The build writes the script that calls start-saving.js or start-reading.js,
 * with the components that the page has, and where tools come on use that of start-on-use.js: see tools/bundle.mjs.
 *
 * @param {Components} components
 * @param {(root: HTMLElement) => void} [prepare] Called with the element of each component before it starts.
 * @returns {Promise<void>} Fulfilled when all of them have started.
 */
export async function startComponents(components, prepare = () => {}) {
  // saved-page.css hides what needs a script for as long as this element is unknown: markup that is saved from
  // the browser keeps everything else that a script does to it.
  if (!customElements.get("page-alive")) customElements.define("page-alive", class extends HTMLElement {});
  await Promise.all(allRoots().map((root) => start(root, components, prepare)));
  // waiting.js, which is no part of this script, waits for it.
  document.dispatchEvent(new Event("started"));
}

/**
 * @param {Record<string, unknown>} components
 * @returns {HTMLElement[]} Their elements on the page.
 */
export function rootsOf(components) {
  return allRoots().filter(({ dataset }) => Object.hasOwn(components, dataset.module ?? ""));
}

function allRoots() {
  return /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-module]")]);
}
