/**
 * A script may draw the target of the page's address after the browser has already looked for it. And until the page is
 * shown, a browser that jumps to a target takes the focus away.
 */

/** Go to the target once the page is shown. */
export function arrive() {
  if (location.hash !== "") whenShown(goToTarget);
}

/** @param {() => void} act Called once the page is shown with the saved answers in it. */
export function whenShown(act) {
  const wait = () => {
    // A loaded page is shown by the next task: a script that came on use runs after pageshow.
    if (document.readyState === "complete") setTimeout(act);
    else window.addEventListener("pageshow", act, { once: true });
  };
  document.addEventListener("started", wait, { once: true });
}

/** Go to the target of the address now, and focus it if it is a field, or the first field in it. */
export function goToTarget() {
  const target = document.getElementById(location.hash.slice(1));
  if (!target) return;
  for (let fold = target.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null)
    fold.open = true;
  // A target that does not fit is read from its beginning.
  const isTall = target.offsetHeight > innerHeight / 2;
  target.scrollIntoView({ block: isTall ? "start" : "center" });
  const field = target.matches("input, textarea") ? target : target.querySelector("input, textarea");
  if (field instanceof HTMLElement) field.focus({ preventScroll: true });
}
