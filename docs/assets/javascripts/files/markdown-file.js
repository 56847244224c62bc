import { today } from "../text/dates.js";
import { documentOf } from "../text/markdown.js";
import { download } from "./download.js";

/**
 * Give the reader a text as a Markdown file with today's date in its name.
 *
 * @param {string} name
 * @param {string} title
 * @param {string[]} blocks What follows the title.
 */
export function downloadMarkdown(name, title, blocks) {
  download(`${name}-${today()}.md`, documentOf(title, blocks), "text/markdown");
}
