/** Puts answers into the one-file site that tools/one_file.py makes. */

export const FILE_NAME = "second-impression.html";

const ANSWERS = /(?<=<script type="application\/json" data-answers="">)[^<]*/;
/** Marks the file as UTF-16. */
const BYTE_ORDER_MARK = "\ufeff";

/**
 * @param {string} source The file as text, with answers or without.
 * @param {string} copy The answers, in the format of copies.js.
 * @returns {string} The file with these answers.
 */
export function withAnswers(source, copy) {
  return source.replace(ANSWERS, () => copy.replaceAll("<", "\\u003c"));
}

/**
 * @param {string} text
 * @returns {Blob} A file with a byte order mark, so that browsers read it correctly wherever it comes from.
 */
export function asFile(text) {
  const marked = BYTE_ORDER_MARK + text;
  const codes = new Uint16Array(marked.length);
  for (let place = 0; place < marked.length; place++) codes[place] = marked.charCodeAt(place);
  return new Blob([codes]);
}
