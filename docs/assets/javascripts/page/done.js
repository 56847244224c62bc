/** In milliseconds: how long a button says that it has done what it was pressed for. */
const SHOWN = 2000;
/** @type {WeakMap<HTMLElement, number>} */
const timers = new WeakMap();

/**
 * Let a button say that it is done, in its own place, for a moment: the words are its data-when-done. Its name stays
 * what it is, so a live region beside it tells a screen reader.
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
    setTimeout(() => delete button.dataset.done, SHOWN),
  );
}
