/**
 * The theme turns pages and opens the search on single letters. Who dictates to the computer, or rests a hand
 * on the keyboard, would be thrown out of a page that they read: WCAG 2.2, 2.1.4. The keys go no further.
 */
window.addEventListener(
  "keydown",
  (event) => {
    const isWriting =
      event.target instanceof Element && event.target.matches("input, textarea, [contenteditable]");
    const isSingle =
      event.key.length === 1 && event.key !== " " && !(event.ctrlKey || event.metaKey || event.altKey);
    if (isSingle && !isWriting) event.stopImmediatePropagation();
  },
  { capture: true },
);
