/**
 * Draws a page of many sections on a phone in parts: first what is seen, then what is below it, frame by frame. So the
 * first picture comes sooner, and a tap is answered meanwhile.
 *
 * Who comes back, or goes to a place within the page, gets it whole: the browser takes them to where it knows, or has
 * to find, what is there. So does a page that nobody looks at yet.
 */

/** What starting.css hides until then. */
const BELOW = "article > :nth-child(n + 8)";
const root = document.documentElement;

function drawBelow() {
  const below = [...document.querySelectorAll(BELOW)];
  for (const part of below) part.toggleAttribute("data-below", true);
  delete root.dataset.drawing;
  drawNext(below, 3);
}

/**
 * @param {Element[]} below What is not drawn yet.
 * @param {number} parts How many of them are drawn now.
 */
function drawNext(below, parts) {
  for (const part of below.splice(0, parts)) part.toggleAttribute("data-below", false);
  if (below.length > 0) afterFrame(() => drawNext(below, parts + 1));
}

/** @param {() => void} act Called in a task of its own, once the browser has drawn. */
function afterFrame(act) {
  requestAnimationFrame(() => setTimeout(act));
}

if ("anew" in root.dataset && !document.hidden) {
  root.dataset.drawing = "";
  document.addEventListener("readystatechange", () => afterFrame(drawBelow), { once: true });
}
