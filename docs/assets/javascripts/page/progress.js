import { fill } from "../text/words.js";
import { required } from "./elements.js";

/** In milliseconds. A screen reader tells each number, and each is a picture of the page. */
const EVERY = 1000;

/**
 * How far something has come that takes its time, in the status line of a component: at once, and then
 * every second.
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
