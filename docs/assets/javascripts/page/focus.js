/**
 * Nothing changes under a reader's hands. Setting the value of a field while the reader types in it ends the
 * composition of a word, moves the cursor and clears the browser's own undo; setting the options of an open list closes
 * it.
 */

/** @type {Map<Element, () => void>} Actions that wait until the reader has left an element. */
const waiting = new Map();

/**
 * Act on an element now or, while the reader is in it, once they have left it. Of several waiting actions only the last
 * one counts.
 *
 * @param {Element} element
 * @param {() => void} act
 */
export function whenUnfocused(element, act) {
  waiting.delete(element);
  if (hasFocusWithin(element)) waiting.set(element, act);
  else act();
}

/**
 * @param {Element} element
 * @returns {boolean} Whether the reader is in it. In a background tab they are not.
 */
export function hasFocusWithin(element) {
  return document.hasFocus() && element.contains(document.activeElement);
}

/**
 * Take the focus from a field before its element shows another record, as the reader asked.
 *
 * @param {Element} element
 */
export function blurField(element) {
  const { activeElement } = document;
  if (!hasFocusWithin(element) || !(activeElement instanceof HTMLElement)) return;
  if (activeElement.closest("[data-field]")) activeElement.blur();
}

document.addEventListener("focusout", ({ relatedTarget }) => {
  for (const [element, act] of [...waiting]) {
    if (relatedTarget instanceof Node && element.contains(relatedTarget)) continue;
    waiting.delete(element);
    act();
  }
});
