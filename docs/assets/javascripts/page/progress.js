import { fill } from "../text/words.js";
import { required } from "./elements.js";

/** In milliseconds. A screen reader announces every number, and each one costs a repaint. */
const EVERY = 1000;

/**
 * Show the progress of long work in the status line of a component: at once, then every second.
 *
 * @param {HTMLElement} root
 * @returns {(done: number, total: number) => void}
 */
export function showProgress(root) {
  const status = required(root, "[data-status]", HTMLElement);
  let next = 0;
  return (done, total) => {
    if (performance.now() < next) return;
    next = performance.now() + EVERY;
    status.textContent = fill(status.dataset.progress, { done, total });
  };
}
