/**
 * Nothing changes under a reader's hands. A script that sets the value of a field that is typed in ends
 * the composition of a word, moves the cursor and takes the browser's own undo away; one that sets the
 * choices of an open list closes it.
 */

/** @type {Map<Element, () => void>} What waits until the reader has left an element. */
const waiting = new Map();

/**
 * Do something to an element now, or, while the reader is in it, once they have left it. Of several
 * things only the last one counts.
 *
 * @param {Element} element
 * @param {() => void} act
 */
export function whenFree(element, act) {
  waiting.delete(element);
  if (isInUse(element)) waiting.set(element, act);
  else act();
}

/**
 * @param {Element} element
 * @returns {boolean} Whether the reader is in it. In a tab behind another one they are not.
 */
export function isInUse(element) {
  return document.hasFocus() && element.contains(document.activeElement);
}

/**
 * Another record is going to be shown in an element, as the reader asked: they leave the field of the one before.
 *
 * @param {Element} element
 */
export function leaveField(element) {
  const { activeElement } = document;
  if (!isInUse(element) || !(activeElement instanceof HTMLElement)) return;
  if (activeElement.closest("[data-field]")) activeElement.blur();
}

document.addEventListener("focusout", ({ relatedTarget }) => {
  for (const [element, act] of [...waiting]) {
    if (relatedTarget instanceof Node && element.contains(relatedTarget)) continue;
    waiting.delete(element);
    act();
  }
});
