/**
 * Starts every component of the page: the element with data-module="NAME" is handed to NAME's init.
 *
 * Pages read, print and can be ticked without any of this.
 */

import { init as carryOn } from "./components/carry-on.js";
import { init as checklist } from "./components/checklist.js";
import { init as clearAll } from "./components/clear-all.js";
import { init as copies } from "./components/copies.js";
import { init as debrief } from "./components/debrief.js";
import { init as followUpNote } from "./components/follow-up-note.js";
import { init as law } from "./components/law.js";
import { init as myRecovery } from "./components/my-recovery.js";
import { init as noteTemplate } from "./components/note-template.js";
import { init as practiceTimer } from "./components/practice-timer.js";
import { init as questions } from "./components/questions.js";
import { init as recorder } from "./components/recorder.js";
import { init as retired } from "./components/retired.js";
import { init as search } from "./components/search.js";
import { init as setAside } from "./components/set-aside.js";
import { init as sharedComputer } from "./components/shared-computer.js";
import { init as starAnswer } from "./components/star-answer.js";
import { init as storageNotice } from "./components/storage-notice.js";
import { init as toolsIndex } from "./components/tools-index.js";
import { init as transfer } from "./components/transfer.js";
import { adoptEarlierIds } from "./lib/adoption.js";
import { keepMarkup } from "./lib/markup.js";
import { isOneRelease, offerReload } from "./lib/release.js";

/** @type {Record<string, (root: HTMLElement) => void>} */
const components = {
  "carry-on": carryOn,
  checklist,
  "clear-all": clearAll,
  copies,
  debrief,
  "follow-up-note": followUpNote,
  law,
  "my-recovery": myRecovery,
  "note-template": noteTemplate,
  "practice-timer": practiceTimer,
  questions,
  recorder,
  retired,
  search,
  "set-aside": setAside,
  "shared-computer": sharedComputer,
  "star-answer": starAnswer,
  "storage-notice": storageNotice,
  "tools-index": toolsIndex,
  transfer,
};

/**
 * A component that cannot start says so where it stands, and stops no other. What is inside it is not
 * started either: a notice there must not claim that answers are saved.
 *
 * @param {HTMLElement} root
 */
function start(root) {
  if (root.closest("[data-failed]")) return;
  try {
    adoptEarlierIds(root);
    components[root.dataset.module ?? ""](root);
  } catch (error) {
    console.error(`The component "${root.dataset.module}" could not start:`, error);
    root.dataset.failed = "";
    root.querySelector("[data-script-failed]")?.removeAttribute("hidden");
  }
}

function startAll() {
  // saved-page.css hides what needs a script for as long as this element is unknown: markup that is saved from
  // the browser keeps everything else that a script does to it.
  customElements.define("page-alive", class extends HTMLElement {});
  for (const root of document.querySelectorAll("[data-module]")) {
    if (root instanceof HTMLElement) start(root);
  }
  keepMarkup();
}

if (isOneRelease()) startAll();
else offerReload();
