/** Starts a page on which an id that answers are saved under has changed. */

import { adoptEarlierIds } from "../store/adoption.js";
import { startAll as startSaving } from "./start-saving.js";

/** @param {import("./start.js").Components} components */
export function startAll(components) {
  return startSaving(components, adoptEarlierIds);
}
