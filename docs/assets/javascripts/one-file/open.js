/**
 * Opens the one-file site. This is its only script that is not packed. It unpacks and runs the script of all pages,
 * start.js, which shows the page that the address names.
 *
 * tools/one_file.py describes the format.
 */

import { unpack } from "./unpack.js";

/**
 * @typedef {object} OneFile
 * @property {string} source The whole file as it was opened.
 * @property {(name: string) => Promise<string>} read Read a piece of it: a page by its address, or something that pages
 *   share.
 * @property {(markup: string) => Document} parse
 */

const APP = "script";

/** Only text from this file becomes script or markup. */
const policy = trustedTypes()?.createPolicy("one-file", {
  createHTML: (/** @type {string} */ text) => text,
  createScript: (/** @type {string} */ text) => text,
});
const source = `<!doctype html>${document.documentElement.outerHTML}`;
/** @type {NodeListOf<HTMLElement>} */
const elements = document.querySelectorAll("[data-piece]");
const pieces = new Map([...elements].map((each) => [each.dataset.piece ?? "", each]));

/** @type {OneFile} */
const file = {
  source,
  read: (name) => unpack(pieces, name),
  parse: (markup) =>
    new DOMParser().parseFromString(policy ? policy.createHTML(markup) : markup, "text/html"),
};

open();

async function open() {
  if (!("DecompressionStream" in globalThis)) return showReason("old-browser");
  try {
    const app = await file.read(APP);
    const script = document.createElement("script");
    Object.assign(globalThis, { oneFile: file });
    script.text = policy ? policy.createScript(app) : app;
    document.head.append(script);
  } catch (error) {
    reportError(error);
    showReason("damaged");
  }
}

/** @param {string} what The reason why it cannot be opened. */
function showReason(what) {
  document.querySelector(`[data-reason="${what}"]`)?.removeAttribute("hidden");
}

/** @returns {any} Undefined in browsers without Trusted Types. */
function trustedTypes() {
  return /** @type {any} */ (globalThis).trustedTypes;
}
