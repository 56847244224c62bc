/** Starts a page on which readers save something. */

import { adoptEarlierIds } from "../store/adoption.js";
import { keepMarkup } from "./markup.js";
import { startComponents } from "./start.js";

/** @param {import("./start.js").Components} components */
export function startAll(components) {
  startComponents(components, adoptEarlierIds);
  keepMarkup();
}
