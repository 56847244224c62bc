/** Replaces files/fetching.js and files/markup.js: everything is in the file, so nothing is fetched. */

import { file } from "./file.js";
import { searchIndex } from "./search-index.js";

const SEARCH = "search";

/** @typedef {() => Promise<any>} Import */

/** @type {Record<string, Import>} */
let scripts = {};

/** @param {Record<string, Import>} all Functions that import the scripts components ask for on first use, by name. */
export function registerScripts(all) {
  scripts = all;
}

/** @param {HTMLElement} root */
export function importOf(root) {
  return scripts[root.dataset.script ?? ""]();
}

/**
 * @param {string} [name]
 * @returns {Promise<any>}
 */
export async function fetchJson(name = "") {
  const found = JSON.parse(await file.read(name));
  return name === SEARCH ? searchIndex(found) : found;
}

/**
 * @param {string} [name]
 * @returns {Promise<Element>}
 */
export async function fetchMarkup(name = "") {
  const [found] = file.parse(await file.read(name)).body.children;
  return document.importNode(found, true);
}
