/**
 * A copy in the fragment of a link, compressed. Browsers never send the fragment to a server.
 */

import { CopyError, LARGEST_COPY } from "./copy-format.js";

const MARK = "#copy=";
const COMPRESSION = "deflate-raw";

/**
 * @param {string} text
 * @param {string} [page] Defaults to this one.
 * @returns {Promise<string>} The link that opens the page with the copy.
 * @throws {Error} If this browser cannot compress.
 */
export async function makeLink(text, page = location.href) {
  const compressed = new Blob([text]).stream().pipeThrough(new CompressionStream(COMPRESSION));
  const bytes = new Uint8Array(await new Response(compressed).arrayBuffer());
  return page.replace(/#.*$/, "") + MARK + toBase64Url(bytes);
}

/**
 * @param {string} fragment The fragment of an address, with its "#".
 * @returns {boolean}
 */
export function holdsCopy(fragment) {
  return fragment.startsWith(MARK);
}

/**
 * @param {string} fragment One that holds a copy.
 * @returns {Promise<string>} The copy.
 * @throws {CopyError} If it cannot be read.
 */
export async function readLink(fragment) {
  const unpacked = decompression();
  try {
    const bytes = fromBase64Url(fragment.slice(MARK.length));
    return await readText(new Blob([bytes]).stream().pipeThrough(unpacked));
  } catch (error) {
    throw error instanceof CopyError ? error : new CopyError("damaged");
  }
}

function decompression() {
  try {
    return new DecompressionStream(COMPRESSION);
  } catch {
    throw new CopyError("old-browser");
  }
}

/**
 * Decode a stream. A few bytes can unpack to any size, so stop at the size of the largest copy.
 *
 * @param {ReadableStream<Uint8Array>} stream
 * @returns {Promise<string>}
 */
async function readText(stream) {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const reader = stream.getReader();
  let text = "";
  for (let { value, done } = await reader.read(); !done; { value, done } = await reader.read()) {
    text += decoder.decode(value, { stream: true });
    if (text.length > LARGEST_COPY) throw new CopyError("too-large");
  }
  return text + decoder.decode();
}

/** @param {Uint8Array} bytes */
function toBase64Url(bytes) {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** @param {string} text */
function fromBase64Url(text) {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
