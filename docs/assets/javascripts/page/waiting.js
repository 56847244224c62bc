/**
 * The time between the first picture of a page and its script.
 *
 * Who has nothing saved sees the page at once. Who has sees it with what they saved in it: boxes that fill a moment
 * later look like lost work. starting.css says what that means, and for how long. What is ticked before the script
 * is there is saved as soon as it is.
 *
 * Who comes to the top of a page may see it in parts, what is seen first and then what is below. The browser takes who
 * comes back, or goes to a place within it, to what it has to find there.
 */

import { hasSaved } from "./kept.js";

const root = document.documentElement;
/** @type {Map<HTMLInputElement, boolean>} What was ticked, or no longer is: the last change is at the end. */
const ticked = new Map();

/** @param {Event} event */
function note({ target }) {
  if (!(target instanceof HTMLInputElement && target.closest("[data-checklist]"))) return;
  ticked.delete(target);
  ticked.set(target, target.checked);
}

/** The script has run and shows what is saved, or it never will. */
function end() {
  delete root.dataset.starting;
  document.removeEventListener("change", note);
  for (const [input, checked] of ticked) {
    input.checked = checked;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }
  ticked.clear();
}

root.dataset.starting = hasSaved() ? "saved" : "";
const [visit] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
root.toggleAttribute("data-anew", visit?.type === "navigate" && !location.hash);
document.addEventListener("change", note);
document.addEventListener("started", end);
addEventListener("load", () => {
  // A script that has begun may still wait for a part of it.
  if (!customElements.get("page-alive")) end();
});
