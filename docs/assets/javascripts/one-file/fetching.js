/** In place of files/fetching.js and files/markup.js: nothing is fetched, since all of it is in the file. */

import { file } from "./file.js";
import { searchIndex } from "./search-index.js";

const SEARCH = "search";

/** @typedef {() => Promise<any>} Import */

/** @type {Record<string, Import>} */
let scripts = {};

/** @param {Record<string, Import>} all What imports each script that components ask for on their first use. */
export function offerScripts(all) {
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
