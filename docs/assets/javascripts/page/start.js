/**
 * Starts the components of a page: the element with data-module="NAME" is passed to NAME's init.
 *
 * Without it, pages can still be read, printed and ticked.
 */

/**
 * @typedef {(root: HTMLElement) => void | Promise<void>} Init A returning reader sees the page once the promise is
 *   fulfilled.
 * @typedef {Record<string, Init>} Components The init of each, by name.
 */

/**
 * Start a component. If it fails, it says so in its place, and the others still start. Components inside it are not
 * started: a notice there must not claim that answers are saved.
 *
 * @param {HTMLElement} root
 * @param {Components} components
 * @param {(root: HTMLElement) => void} prepare
 */
async function start(root, components, prepare) {
  if (root.closest("[data-failed]")) return;
  try {
    prepare(root);
    // A component that is missing here is started by another script of the page.
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

/** @param {HTMLElement} root The component that is about to be tried again. */
export function recover(root) {
  delete root.dataset.failed;
  root.querySelector("[data-script-failed]")?.setAttribute("hidden", "");
}

/**
 * Start every component of the page. The build writes the script that calls start-saving.js or start-reading.js,
 * with the components that the page has; if its tools come on use, that of start-on-use.js: see tools/bundle.mjs.
 *
 * @param {Components} components
 * @param {(root: HTMLElement) => void} [prepare] Called with the element of each component before it starts.
 * @returns {Promise<void>} Fulfilled when all of them have started.
 */
export async function startComponents(components, prepare = () => {}) {
  // saved-page.css hides what needs a script while this element is undefined. Everything else that a script does to the
  // markup is kept when the page is saved from the browser.
  if (!customElements.get("page-alive")) customElements.define("page-alive", class extends HTMLElement {});
  await Promise.all(allRoots().map((root) => start(root, components, prepare)));
  // For first-paint.js, which is not part of this script.
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
