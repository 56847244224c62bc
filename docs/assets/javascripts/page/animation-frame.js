/**
 * Draw once per animation frame, however often a redraw is requested.
 *
 * @param {() => void} draw
 * @returns {() => void} Requests a redraw.
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
