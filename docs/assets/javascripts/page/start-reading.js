/**
 * Starts a page on which nothing is saved. It needs no store, unless this browser holds something: what is deleted
 * in another tab goes from this one too.
 */

import { startComponents } from "./start.js";

/** @param {import("./start.js").Components} components */
export function startAll(components) {
  const hasSaved = document.documentElement.dataset.starting === "saved";
  startComponents(components);
  if (hasSaved) import("../store/store.js");
}
