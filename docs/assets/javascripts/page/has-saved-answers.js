/**
 * Finds out whether this browser holds saved answers. It runs before anything is drawn, and does not need the store.
 */

import { base } from "../store/site.js";

/** @returns {boolean} Also true if the browser blocks storage: readers must learn that at once. */
export function hasSavedAnswers() {
  try {
    const names = [localStorage, sessionStorage].flatMap((area) => Object.keys(area));
    return names.some((name) => name.startsWith(`second-impression:${base}:`));
  } catch {
    return true;
  }
}
