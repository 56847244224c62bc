/**
 * Unpacks the pieces of the one-file site. Each has an element of its own, with fifteen bits in each character from
 * U+1000 on. All are compressed as continuations of one shared beginning: see tools/one_file.py.
 */

const FIRST = 0x1000;
const BITS = 15;
const BEGINNING = "beginning";

/**
 * @param {Map<string, HTMLElement>} pieces By name.
 * @param {string} name
 * @returns {Promise<string>}
 * @throws {Error} If there is none, or it is damaged.
 */
export async function unpack(pieces, name) {
  const [beginning, piece] = [BEGINNING, name].map((each) => pieces.get(each));
  if (!beginning || !piece) throw new Error(`This file has no ${name}`);
  const packed = new Blob([bytesOf(beginning), bytesOf(piece)]).stream();
  const text = await new Response(packed.pipeThrough(new DecompressionStream("deflate-raw"))).text();
  return text.slice(Number(beginning.dataset.length));
}

/**
 * @param {HTMLElement} piece
 * @returns {Uint8Array<ArrayBuffer>}
 */
function bytesOf({ dataset, textContent }) {
  const bytes = new Uint8Array(Number(dataset.size));
  let [bits, count, place] = [0, 0, 0];
  for (const character of textContent ?? "") {
    bits = (bits << BITS) | (character.charCodeAt(0) - FIRST);
    for (count += BITS; count >= 8 && place < bytes.length; place++) {
      count -= 8;
      bytes[place] = bits >> count;
    }
    bits &= (1 << count) - 1;
  }
  return bytes;
}
