/** Starts a page on which readers save something. */

import { keepMarkup } from "./markup.js";
import { startComponents } from "./start.js";

/**
 * @param {import("./start.js").Components} components
 * @param {(root: HTMLElement) => void} [prepare] Called with the element of each component before it starts.
 */
export function startAll(components, prepare) {
  keepMarkup();
  return startComponents(components, prepare);
}
