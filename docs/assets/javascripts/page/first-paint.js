/**
 * Covers the time between the first paint of a page and its script.
 *
 * A new reader sees the page at once. A returning reader sees it with their saved answers already in place: boxes that
 * fill a moment later look like lost work. starting.css defines what waits, and for how long. Ticks made before the
 * script has loaded are saved as soon as it has.
 *
 * A reader who arrives at the top of a page may see it in parts, from the top down. For one who comes back, or goes to
 * a place within it, the browser has to find that place at once.
 */

import { hasSavedAnswers } from "./has-saved-answers.js";

const root = document.documentElement;
/** @type {Map<HTMLInputElement, boolean>} Boxes ticked or cleared so far, in order of the last change. */
const ticked = new Map();

/** @param {Event} event */
function note({ target }) {
  if (!(target instanceof HTMLInputElement && target.closest("[data-checklist]"))) return;
  ticked.delete(target);
  ticked.set(target, target.checked);
}

/** The script has run and shows the saved answers, or it never will. */
function end() {
  delete root.dataset.starting;
  document.removeEventListener("change", note);
  for (const [input, checked] of ticked) {
    input.checked = checked;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }
  ticked.clear();
}

root.dataset.starting = hasSavedAnswers() ? "saved" : "";
const [visit] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
root.toggleAttribute("data-anew", visit?.type === "navigate" && !location.hash);
document.addEventListener("change", note);
document.addEventListener("started", end);
addEventListener("load", () => {
  // A script that has begun may still be waiting for one of its parts.
  if (!customElements.get("page-alive")) end();
});
