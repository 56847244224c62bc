/**
 * Announces a new day, so that whatever depends on today can be recomputed. A page may stay open overnight, and the
 * computer may sleep meanwhile. So the date is checked whenever the page is shown, at midnight, and right before
 * anything leaves the page: a copy, an email, a file or a printed sheet.
 */

import { today } from "../text/dates.js";

const SECOND = 1000;
/** @type {Set<() => void>} */
const listeners = new Set();
let day = today();
let timer = 0;

/** @param {() => void} listener Called when a new day has begun. */
export function onNewDay(listener) {
  listeners.add(listener);
}

function checkDay() {
  waitForMidnight();
  if (day === today()) return;
  day = today();
  for (const listener of listeners) listener();
}

function waitForMidnight() {
  const now = new Date();
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
  clearTimeout(timer);
  timer = setTimeout(checkDay, Math.max(SECOND, midnight.getTime() - now.getTime()));
}

for (const shown of ["pageshow", "focus", "beforeprint"]) window.addEventListener(shown, checkDay);
document.addEventListener("visibilitychange", checkDay);
for (const press of ["click", "auxclick"]) document.addEventListener(press, checkDay, { capture: true });
waitForMidnight();
