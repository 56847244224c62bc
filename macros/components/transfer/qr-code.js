/** Draws QR codes. Fetched only when someone asks for one. */

import { generate } from "lean-qr";

const BLACK = /** @type {const} */ ([0, 0, 0, 255]);
const WHITE = /** @type {const} */ ([255, 255, 255, 255]);
/** How many bytes fit a code that is not too fine for a camera: version 25 with the least correction, ISO/IEC 18004. */
const MOST_BYTES = 1273;

/**
 * @param {HTMLCanvasElement} canvas
 * @param {string} text In ASCII.
 * @returns {boolean} False when the code would be too fine.
 */
export function draw(canvas, text) {
  if (text.length > MOST_BYTES) return false;
  generate(text).toCanvas(canvas, { on: BLACK, off: WHITE });
  return true;
}
