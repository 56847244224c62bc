/**
 * Shows that something may have changed, once the day has passed by which somebody had to look again.
 *
 * The page may have been built long before that day.
 *
 * @param {HTMLElement} root
 */
export function init(root) {
  const today = new Date().toISOString().slice(0, 10);
  if (today > (root.dataset.checkAgainBy ?? today)) root.hidden = false;
}
