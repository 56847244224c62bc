/** What was saved, here or in another tab, and who draws it. */

import { oncePerFrame } from "../page/frame.js";
import { store } from "./store.js";

/** @typedef {import("./store.js").Changed} Changed */

/**
 * Draw what has changed, once a frame.
 *
 * @param {(changed: Changed) => void} draw
 */
export function redrawOnChange(draw) {
  /** @type {Set<string> | null} */
  let waiting = new Set();
  const drawNow = () => {
    const changed = waiting;
    waiting = new Set();
    draw(changed);
  };
  const redraw = oncePerFrame(drawNow);
  store.onChange((changed) => {
    if (changed) for (const id of changed) waiting?.add(id);
    else waiting = null;
    redraw();
  });
  // Paper has no next frame: it shows what was typed a moment ago, which is saved by now.
  window.addEventListener("beforeprint", drawNow);
}

/**
 * @param {Changed} changed
 * @param {(id: string) => boolean} isMeant
 * @returns {boolean} Whether something that is meant may have changed.
 */
export function hasChanged(changed, isMeant) {
  return changed === null || [...changed].some(isMeant);
}
