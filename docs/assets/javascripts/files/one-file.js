/** A site that is one file, as tools/one_file.py makes it: how answers get into it. */

export const FILE_NAME = "second-impression.html";

const ANSWERS = /(?<=<script type="application\/json" data-answers="">)[^<]*/;
/** It says that the file is in UTF-16. */
const BYTE_ORDER_MARK = "\ufeff";

/**
 * @param {string} source The file as text, with answers or without.
 * @param {string} copy The answers, as copies.js makes them.
 * @returns {string} The file with these.
 */
export function withAnswers(source, copy) {
  return source.replace(ANSWERS, () => copy.replaceAll("<", "\\u003c"));
}

/**
 * @param {string} text
 * @returns {Blob} What a browser opens, wherever it comes from.
 */
export function asFile(text) {
  const marked = BYTE_ORDER_MARK + text;
  const codes = new Uint16Array(marked.length);
  for (let place = 0; place < marked.length; place++) codes[place] = marked.charCodeAt(place);
  return new Blob([codes]);
}
