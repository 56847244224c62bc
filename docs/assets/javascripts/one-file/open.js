/**
 * Opens a site that is one file: the only script in it that is not packed. It unpacks what the address asks for, and
 * runs the script of all pages, start.js, which shows it.
 *
 * tools/one_file.py says how the file is made.
 */

import { unpack } from "./pack.js";

/**
 * @typedef {object} OneFile
 * @property {string} source The whole file as it was opened.
 * @property {(name: string) => Promise<string>} read Read a piece of it: a page by its address, or what pages need.
 * @property {(markup: string) => Document} parse
 */

const APP = "script";

/** No text becomes a script or markup but what stands in the file. */
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
  if (!("DecompressionStream" in globalThis)) return say("old-browser");
  try {
    const app = await file.read(APP);
    const script = document.createElement("script");
    Object.assign(globalThis, { oneFile: file });
    script.text = policy ? policy.createScript(app) : app;
    document.head.append(script);
  } catch (error) {
    reportError(error);
    say("damaged");
  }
}

/** @param {string} what Why it cannot be opened. */
function say(what) {
  document.querySelector(`[data-reason="${what}"]`)?.removeAttribute("hidden");
}

/** @returns {any} Not every browser has them yet. */
function trustedTypes() {
  return /** @type {any} */ (globalThis).trustedTypes;
}
