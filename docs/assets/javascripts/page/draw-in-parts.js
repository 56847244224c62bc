/**
 * Draws a page of many sections in parts on a phone: first what is in view, then the rest, frame by frame. The first
 * paint comes sooner, and taps are answered in between.
 *
 * A reader who comes back, or goes to a place within the page, gets it whole, since the browser must scroll to that
 * place. So does a reader whose tab is still in the background.
 */

/** The parts that starting.css hides until then. */
const BELOW = "article > :nth-child(n + 8)";
const root = document.documentElement;

function drawBelow() {
  const below = [...document.querySelectorAll(BELOW)];
  for (const part of below) part.toggleAttribute("data-below", true);
  delete root.dataset.drawing;
  drawNext(below, 3);
}

/**
 * @param {Element[]} below The parts that are not drawn yet.
 * @param {number} parts How many to draw now.
 */
function drawNext(below, parts) {
  for (const part of below.splice(0, parts)) part.toggleAttribute("data-below", false);
  if (below.length > 0) afterFrame(() => drawNext(below, parts + 1));
}

/** @param {() => void} act Called in a task of its own, after the next paint. */
function afterFrame(act) {
  requestAnimationFrame(() => setTimeout(act));
}

if ("anew" in root.dataset && !document.hidden) {
  root.dataset.drawing = "";
  document.addEventListener("readystatechange", () => afterFrame(drawBelow), { once: true });
}
