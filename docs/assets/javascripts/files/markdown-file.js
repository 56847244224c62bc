import { today } from "../text/clock.js";
import { documentOf } from "../text/markdown.js";
import { download } from "./download.js";

/**
 * Hand a text to read to the reader as a file of today.
 *
 * @param {string} name
 * @param {string} title
 * @param {string[]} blocks What follows the title.
 */
export function downloadMarkdown(name, title, blocks) {
  download(`${name}-${today()}.md`, documentOf(title, blocks), "text/markdown");
}
