/** Starts a page with answers that were saved under earlier ids. */

import { adoptEarlierIds } from "../store/adoption.js";
import { startAll as startSaving } from "./start-saving.js";

/** @param {import("./start.js").Components} components */
export function startAll(components) {
  return startSaving(components, adoptEarlierIds);
}
