/**
 * Starts every component of the page: the element with data-module="NAME" is handed to NAME's init.
 *
 * Pages read, print and can be ticked without any of this.
 */

import { init as checklist } from "./components/checklist.js";
import { init as noteTemplate } from "./components/note-template.js";
import { init as storageNotice } from "./components/storage-notice.js";

/** @type {Record<string, (root: HTMLElement) => void>} */
const components = {
  checklist,
  "note-template": noteTemplate,
  "storage-notice": storageNotice,
};

/**
 * A component that cannot start says so where it stands, and stops no other.
 *
 * @param {HTMLElement} root
 */
function start(root) {
  try {
    components[root.dataset.module ?? ""](root);
  } catch (error) {
    console.error(`The component "${root.dataset.module}" could not start:`, error);
    root.querySelector("[data-script-failed]")?.removeAttribute("hidden");
  }
}

for (const root of document.querySelectorAll("[data-module]")) {
  if (root instanceof HTMLElement) start(root);
}
