/**
 * Starts a page on which nothing can be saved. It needs the store only if this browser holds answers: what is deleted
 * in another tab disappears from this one too.
 */

import { startComponents } from "./start.js";

/** @param {import("./start.js").Components} components */
export function startAll(components) {
  const hasSavedAnswers = document.documentElement.dataset.starting === "saved";
  startComponents(components);
  if (hasSavedAnswers) import("../store/store.js");
}
