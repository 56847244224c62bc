/** Draws QR codes. Fetched only when a reader asks for one. */

import { generate } from "lean-qr";

const BLACK = /** @type {const} */ ([0, 0, 0, 255]);
const WHITE = /** @type {const} */ ([255, 255, 255, 255]);
/** The most bytes in a code coarse enough for a camera: version 25 with the lowest error correction, ISO/IEC 18004. */
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
