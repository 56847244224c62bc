/**
 * Unpacks the pieces of a site that is one file. Each stands in an element of its own: fifteen bits in each character,
 * from U+1000 on, compressed as if it came after the piece that begins all of them: see tools/one_file.py.
 */

const FIRST = 0x1000;
const BITS = 15;
const BEGINNING = "beginning";

/**
 * @param {Map<string, HTMLElement>} pieces By their names.
 * @param {string} name
 * @returns {Promise<string>}
 * @throws {Error} When there is none, or it is damaged.
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
