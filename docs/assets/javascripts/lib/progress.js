import { required } from "./elements.js";
import { fill } from "./words.js";

/**
 * How far something has come that takes its time, in the status line of a component.
 *
 * @param {HTMLElement} root
 * @returns {(done: number, total: number) => void}
 */
export function showProgress(root) {
  const status = required(root, "[data-status]", HTMLElement);
  return (done, total) => {
    status.textContent = fill(status.dataset.progress, { done, total });
  };
}
