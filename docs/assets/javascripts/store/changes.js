/** Redraws after changes in the store, made here or in another tab. */

import { oncePerFrame } from "../page/animation-frame.js";
import { store } from "./store.js";

/** @typedef {import("./store.js").Changed} Changed */

/**
 * Draw what has changed, once per frame.
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
  // Printing does not wait for the next frame. Text typed a moment ago has been saved by now, so print it too.
  window.addEventListener("beforeprint", drawNow);
}

/**
 * @param {Changed} changed
 * @param {(id: string) => boolean} isRelevant
 * @returns {boolean} Whether any of the ids in question may have changed.
 */
export function hasChanged(changed, isRelevant) {
  return changed === null || [...changed].some(isRelevant);
}
