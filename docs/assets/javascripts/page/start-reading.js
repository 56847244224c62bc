/**
 * Starts a page on which nothing is saved. It needs no store, unless this browser holds something: what is deleted
 * in another tab goes from this one too.
 */

import { startComponents } from "./start.js";

/**
 * @param {import("./start.js").Components} components
 * @param {() => Promise<unknown>} fetchStore
 */
export function startAll(components, fetchStore) {
  const hasSaved = document.documentElement.dataset.starting === "saved";
  startComponents(components);
  if (hasSaved) fetchStore();
}
