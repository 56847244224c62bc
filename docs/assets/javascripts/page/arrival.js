/**
 * What the address of a page leads to may be drawn by a script, when the browser has looked for it already. And a
 * browser that jumps to its target takes the focus away, until the page is shown.
 */

/** Go there once the page is shown: to the field, or the first field in it. */
export function arrive() {
  if (location.hash !== "") whenShown(goToTarget);
}

/** @param {() => void} act Called once the page is shown with what is saved in it. */
export function whenShown(act) {
  const wait = () => {
    // What is loaded is shown by the next turn: a script that came on use is later than that.
    if (document.readyState === "complete") setTimeout(act);
    else window.addEventListener("pageshow", act, { once: true });
  };
  document.addEventListener("started", wait, { once: true });
}

/** Go to what the address leads to now. */
export function goToTarget() {
  const target = document.getElementById(location.hash.slice(1));
  if (!target) return;
  for (let fold = target.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null)
    fold.open = true;
  // Of what does not fit, the beginning is read first.
  const isTall = target.offsetHeight > innerHeight / 2;
  target.scrollIntoView({ block: isTall ? "start" : "center" });
  const field = target.matches("input, textarea") ? target : target.querySelector("input, textarea");
  if (field instanceof HTMLElement) field.focus({ preventScroll: true });
}
