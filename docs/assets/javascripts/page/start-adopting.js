/** Starts a page on which something that readers save has had another id. */

import { adoptEarlierIds } from "../store/adoption.js";
import { startAll as startSaving } from "./start-saving.js";

/** @param {import("./start.js").Components} components */
export function startAll(components) {
  return startSaving(components, adoptEarlierIds);
}
