/**
 * However often something asks for a redraw, the page is drawn once, with its next picture.
 *
 * @param {() => void} draw
 * @returns {() => void} Asks for the redraw.
 */
export function oncePerFrame(draw) {
  let isAsked = false;
  return () => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      draw();
    });
  };
}
