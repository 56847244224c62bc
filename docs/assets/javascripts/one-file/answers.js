/**
 * The answers in a site that is one file. A browser lets no page write into the file that it came from. So what is saved
 * goes into the store of the browser, as on the site, and on demand into a new file.
 */

import { loadCopy, makeCopy } from "../files/copies.js";
import { download } from "../files/download.js";
import { asFile, FILE_NAME, withAnswers } from "../files/one-file.js";
import { readCopy } from "../files/opening.js";
import { saveNow } from "../records/typing.js";
import { base } from "../store/site.js";
import { session, store } from "../store/store.js";
import { today } from "../text/clock.js";
import { file } from "./file.js";

/** When what is here and what is in a file were the same; goes with everything else that is ours. */
const MARK = `second-impression:${base}:file`;
/** The same for this tab: what a reader deletes does not come back with the next page. */
const TAB_MARK = `second-impression-file:${base}`;

/** Where the browser keeps nothing, for as long as this page is shown. */
let mark = "";

/** Take over the answers in the file, once. What is later in this browser stays. */
export async function takeAnswers() {
  const answers = document.querySelector("[data-answers]")?.textContent;
  if (!answers) return;
  const { saved } = JSON.parse(answers);
  if (wasTaken(saved)) return;
  await loadCopy(readCopy(answers, (entry) => entry));
  setMark(saved);
}

/** @returns {boolean} Whether there is an answer here that is in no file. */
export function hasUnsaved() {
  const since = Date.parse(latestMark()) || 0;
  return [...store.entries().values()].some(({ at }) => at > since);
}

/** Hand the reader a new file, with all answers in it, to the last letter. */
export function saveFile() {
  saveNow();
  download(FILE_NAME.replace(".", `-${today()}.`), asFile(withAnswers(file.source, makeCopy())), "text/html");
  setMark(new Date().toISOString());
}

/**
 * @param {string} saved
 * @returns {boolean} Whether this browser has the answers that were saved into the file then.
 */
function wasTaken(saved) {
  if (get(session, TAB_MARK) >= saved) return true;
  return get(localOf(), MARK) >= saved && store.entries().size > 0;
}

/** @returns {string} */
function latestMark() {
  return [mark, get(session, TAB_MARK), get(localOf(), MARK)].sort().at(-1) ?? "";
}

/** @param {string} moment */
function setMark(moment) {
  mark = moment;
  put(session, TAB_MARK, moment);
  put(localOf(), MARK, moment);
}

/** @returns {Storage | null} Where what is saved outlasts the tab. */
function localOf() {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

/**
 * @param {Storage | null} area
 * @param {string} name
 */
function get(area, name) {
  return area?.getItem(name) ?? "";
}

/**
 * @param {Storage | null} area
 * @param {string} name
 * @param {string} text
 */
function put(area, name, text) {
  try {
    area?.setItem(name, text);
  } catch {
    // Full: the mark holds for this page.
  }
}
