/**
 * The answers in the one-file site. A page cannot write to the file that it came from. So answers go into browser
 * storage, as on the site, and on demand into a new file.
 */

import { loadCopy, makeCopy } from "../files/copies.js";
import { readCopy } from "../files/copy-format.js";
import { download } from "../files/download.js";
import { asFile, FILE_NAME, withAnswers } from "../files/one-file.js";
import { saveNow } from "../records/typing.js";
import { base } from "../store/site.js";
import { session, store } from "../store/store.js";
import { today } from "../text/dates.js";
import { file } from "./file.js";

/** Key of the moment when this browser and a file last held the same answers. It is deleted with all our other keys. */
const MARK = `second-impression:${base}:file`;
/** The same for this tab, so that answers a reader deletes do not come back on the next page. */
const TAB_MARK = `second-impression-file:${base}`;

/** The same for this page, in case the browser stores nothing. */
let mark = "";

/** Load the answers from the file, once. Newer answers in this browser stay. */
export async function loadAnswers() {
  const answers = document.querySelector("[data-answers]")?.textContent;
  if (!answers) return;
  const { saved } = JSON.parse(answers);
  if (wasLoaded(saved)) return;
  await loadCopy(readCopy(answers, (entry) => entry));
  setMark(saved);
}

/** @returns {boolean} Whether any answer here has not been saved to a file. */
export function hasUnsaved() {
  const since = Date.parse(latestMark()) || 0;
  return [...store.entries().values()].some(({ at }) => at > since);
}

/** Give the reader a new file with all answers in it, including what is still being typed. */
export function saveFile() {
  saveNow();
  download(FILE_NAME.replace(".", `-${today()}.`), asFile(withAnswers(file.source, makeCopy())), "text/html");
  setMark(new Date().toISOString());
}

/**
 * @param {string} saved
 * @returns {boolean} Whether this browser already has the answers that were saved into the file at that moment.
 */
function wasLoaded(saved) {
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

/** @returns {Storage | null} The storage that outlasts the tab. */
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
    // Full: the mark lasts as long as this page.
  }
}
