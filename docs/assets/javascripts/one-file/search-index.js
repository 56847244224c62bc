/**
 * Builds the search index from the pages when the search is first opened, so the file need not hold their text twice.
 * It reads a page the way tools/search_index.py does.
 */

import { required } from "../page/elements.js";
import { file } from "./file.js";

/** @typedef {import("../../../../macros/components/search/finder.js").Index} Index */
/** @typedef {Index["pages"][number]} PageEntry */
/** @typedef {{title: string[], text: string[]}} Part The title and the text of a part of a page, piece by piece. */

/**
 * The part of the index that no page contains.
 *
 * @typedef {object} Hidden
 * @property {Index["kinds"]} kinds
 * @property {string[]} ways
 * @property {{address: string, kind: string, also: Record<string, string>}[]} pages Search words of readers by the part
 *   that they lead to; "" is the whole page.
 */

const SECTIONS = "h2[id], h3[id], h4[id]";
const LEFT_OUT = [
  "script, style, template, svg, nav, button, select, textarea, [hidden]:not([hidden=until-found])",
  "[aria-hidden=true], [data-blank], .citation, .evidence, .facts, .sheet-foot",
  // Elements marked data-not-searched in the templates; a finished page has lost the mark.
  ".embed-codes, .my-recovery, .your-data, .do-it-now, .conformance-report, .sheet--advice, .print-pack .sheet, .sources p",
].join();
const BLOCKS = new Set(
  "p li td th h1 h2 h3 h4 h5 h6 dt dd label legend caption figcaption blockquote summary div section pre br".split(
    " ",
  ),
);
const CELL = " · ";
/** The section of links to other pages, which the search finds on their own. */
const LEADING_ON = "what-next";

/**
 * @param {Hidden} hidden
 * @returns {Promise<Index>}
 */
export async function searchIndex({ kinds, ways, pages }) {
  return { kinds, ways, pages: await Promise.all(pages.map(entryOf)) };
}

/**
 * @param {Hidden["pages"][number]} page
 * @returns {Promise<PageEntry>}
 */
async function entryOf({ address, kind, also }) {
  const { head, body } = file.parse(await file.read(address.slice(1)));
  const about = head.querySelector("[name=description]")?.getAttribute("content") ?? "";
  const [[, whole], ...parts] = partsOf(required(body, "article", HTMLElement));
  whole.text.unshift(`${about} `);
  const entries = parts.map(([id, part]) => ({ id, also: also[id], ...textsOf(part) }));
  const found = entries.filter(({ id, text }) => text && id !== LEADING_ON);
  return { address, kind, also: also[""], ...textsOf(whole), parts: found };
}

/** @param {Part} part */
function textsOf({ title, text }) {
  return { title: onOneLine(title) || undefined, text: onOneLine(text) };
}

/**
 * @param {Element} article
 * @returns {Map<string, Part>} By address; "" is the whole article.
 */
function partsOf(article) {
  for (const element of article.querySelectorAll(LEFT_OUT)) element.remove();
  /** @type {Map<string, Part>} */
  const parts = new Map([["", { title: [], text: [] }]]);
  let heading = "";
  read(article, "", false);
  return parts;

  /**
   * @param {Element} element
   * @param {string} row The table row it is in.
   * @param {boolean} isName Whether it is inside the title of a part.
   */
  function read(element, row, isName) {
    if (element.matches(SECTIONS)) heading = element.id;
    const names =
      isName || element.matches(`h1, ${SECTIONS}`) || (row !== "" && element.matches("[scope=row]"));
    const own = element.matches("tr[id]") ? element.id : row;
    const add = (/** @type {string} */ text) => partAt(own || heading)[names ? "title" : "text"].push(text);
    for (const child of element.childNodes) {
      if (child instanceof Text) add(child.data);
      if (!(child instanceof Element)) continue;
      const gap = BLOCKS.has(child.localName) ? " " : "";
      add(gap);
      read(child, own, names);
      add(child.localName === "td" ? CELL : gap);
    }
  }

  /** @param {string} address */
  function partAt(address) {
    const part = parts.get(address) ?? { title: [], text: [] };
    parts.set(address, part);
    return part;
  }
}

/**
 * @param {string[]} texts
 * @returns {string} One line, without the parentheses that an omitted citation leaves behind.
 */
function onOneLine(texts) {
  return texts
    .join("")
    .trim()
    .replace(/\s+/g, " ")
    .replace(/ ?\([,; ]*\)/g, "")
    .replace(/ ·$/, "");
}
