import { required } from "#page/elements.js";

/**
 * Says that a legal rule may have changed, once the day has passed by which it had to be checked again. The page may
 * have been built long before that day.
 *
 * @param {HTMLElement} root
 */
export function init(root) {
  const note = required(root, "[data-check-again-by]", HTMLElement);
  const today = new Date().toISOString().slice(0, 10);
  if (today > (note.dataset.checkAgainBy ?? today)) note.hidden = false;
}
