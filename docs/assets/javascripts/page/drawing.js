/**
 * Draws a page on a phone in parts: first what is seen, then what is below it, frame by frame. So the first picture
 * comes sooner, and a tap is answered meanwhile. starting.css says what is below.
 *
 * Who comes back, or goes to a place within the page, gets it whole: the browser takes them to where it knows, or has
 * to find, what is there. So does a page that nobody looks at yet.
 */

const PARTS = ":is(article, .checklist__items) > *";
/** How many elements are drawn at once, and by how much more from frame to frame. */
const AT_ONCE = 40;
const MORE = 1.5;
const root = document.documentElement;

function drawBelow() {
  const below = [...document.querySelectorAll(PARTS)].filter(
    (part) => getComputedStyle(part).contentVisibility === "hidden",
  );
  for (const part of below) part.toggleAttribute("data-below", true);
  delete root.dataset.drawing;
  drawNext(below, AT_ONCE);
}

/**
 * @param {Element[]} below What is not drawn yet.
 * @param {number} atOnce
 */
function drawNext(below, atOnce) {
  let elements = 0;
  while (below[0] && elements < atOnce) {
    const part = /** @type {Element} */ (below.shift());
    part.removeAttribute("data-below");
    elements += 1 + part.getElementsByTagName("*").length;
  }
  if (below[0]) afterFrame(() => drawNext(below, atOnce * MORE));
}

/** @param {() => void} act Called in a task of its own, once the browser has drawn. */
function afterFrame(act) {
  requestAnimationFrame(() => setTimeout(act));
}

const [arrival] = performance.getEntriesByType("navigation");
const isNew = arrival && "type" in arrival && arrival.type === "navigate";
if (isNew && !location.hash && !document.hidden) {
  root.dataset.drawing = "";
  document.addEventListener("readystatechange", () => afterFrame(drawBelow), { once: true });
}
