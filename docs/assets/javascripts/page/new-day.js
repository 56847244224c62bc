/**
 * What depends on today is computed again when today is another day: a page may stay open overnight, and a
 * computer may sleep in between. So the day is looked at whenever the page is shown, at midnight, and right
 * before anything leaves the page: a copy, a mail, a file or a sheet of paper.
 */

import { today } from "../text/clock.js";

const SECOND = 1000;
/** @type {Set<() => void>} */
const listeners = new Set();
let day = today();
let timer = 0;

/** @param {() => void} listener Called when another day has begun. */
export function onNewDay(listener) {
  listeners.add(listener);
}

function look() {
  waitForMidnight();
  if (day === today()) return;
  day = today();
  for (const listener of listeners) listener();
}

function waitForMidnight() {
  const now = new Date();
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
  clearTimeout(timer);
  timer = setTimeout(look, Math.max(SECOND, midnight.getTime() - now.getTime()));
}

for (const shown of ["pageshow", "focus", "beforeprint"]) window.addEventListener(shown, look);
document.addEventListener("visibilitychange", look);
for (const press of ["click", "auxclick"]) document.addEventListener(press, look, { capture: true });
waitForMidnight();
