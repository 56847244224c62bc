/** In milliseconds: how long a button shows that it is done. */
const DURATION = 2000;
/** @type {WeakMap<HTMLElement, number>} */
const timers = new WeakMap();

/**
 * Show for a moment, in the place of a button's label, that it is done, with the words of its data-when-done. Its
 * accessible name does not change, so a live region beside it informs screen readers.
 *
 * @param {HTMLElement} button
 */
export function showDone(button) {
  const { whenDone } = button.dataset;
  if (!whenDone) return;
  clearTimeout(timers.get(button));
  button.dataset.done = whenDone;
  timers.set(
    button,
    setTimeout(() => delete button.dataset.done, DURATION),
  );
}
