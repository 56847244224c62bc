/** Whether this browser keeps something for the reader. It is asked before anything is drawn, and needs no store. */

import { base } from "../store/site.js";

/** @returns {boolean} True also where the browser lets nothing be kept: that is to be told at once. */
export function hasSaved() {
  try {
    const names = [localStorage, sessionStorage].flatMap((area) => Object.keys(area));
    return names.some((name) => name.startsWith(`second-impression:${base}:`));
  } catch {
    return true;
  }
}
