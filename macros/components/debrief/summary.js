/** What the rows of a debrief add up to: how often each cause comes up, the gaps, and the weakest answers. */

import { allOf, required, setText } from "#page/elements.js";
import { answerExcerpt, fill, readerTextElement } from "#text/words.js";

/** @typedef {import("#records/records.js").Records} Records */

/** What is noted on a question besides the question itself. */
const NOTED = ["response", "missing", "reaction"];

export class DebriefSummary {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.causes = required(root, "[data-causes]", HTMLElement);
    this.noted = required(root, "[data-noted]", HTMLElement);
    this.notedPart = required(root, "[data-noted-part]", HTMLElement);
    this.list = required(root, "[data-weakest]", HTMLElement);
    this.none = required(root, "[data-weakest-none]", HTMLElement);
  }

  /**
   * @param {Records} records
   * @param {readonly string[]} rows
   * @param {string[]} weakest
   */
  show(records, rows, weakest) {
    this.showCauses(rows.map((row) => records.read(row, "cause")));
    this.showNoted(records, rows);
    this.showWeakest(
      weakest.map((row) => ({ row, question: answerExcerpt(this.list, records.read(row, "question")) })),
    );
  }

  /** @param {string[]} causes The cause of each row; "" where none is chosen. */
  showCauses(causes) {
    const lines = allOf(this.causes, "[data-cause]");
    const counts = new Map(
      lines.map(({ dataset: { cause = "" } }) => [cause, causes.filter((each) => each === cause).length]),
    );
    for (const line of lines) showCount(line, counts.get(line.dataset.cause ?? "") ?? 0);
    const highest = Math.max(1, ...counts.values());
    this.showMost([...counts.keys()].filter((cause) => counts.get(cause) === highest));
  }

  /** @param {string[]} most The cause or causes that come up most. */
  showMost(most) {
    const first = this.causes.dataset.first ?? "";
    const next = most.includes(first) ? [first] : most;
    required(this.causes, "[data-none]", HTMLElement).hidden = most.length > 0;
    required(this.causes, "[data-most]", HTMLElement).hidden = most.length !== 1;
    required(this.causes, "[data-tie]", HTMLElement).hidden = most.length < 2;
    for (const link of allOf(this.causes, "[data-cause-link]"))
      link.hidden = !next.includes(link.dataset.causeLink ?? "");
  }

  /**
   * Show which questions have gaps; each gap links to its field.
   *
   * @param {Records} records
   * @param {readonly string[]} rows
   */
  showNoted(records, rows) {
    const asked = rows.filter((row) => records.read(row, "question").trim() !== "");
    this.notedPart.hidden = asked.length === 0;
    this.noted.replaceChildren(
      ...asked.map((row) => {
        const line = document.createElement("tr");
        const title = readerTextElement(answerExcerpt(this.noted, records.read(row, "question")), "th");
        title.setAttribute("scope", "row");
        line.append(title, ...NOTED.map((field) => this.cell(records, row, field)));
        return line;
      }),
    );
  }

  /**
   * @param {Records} records
   * @param {string} row
   * @param {string} field
   */
  cell(records, row, field) {
    const { noted = "", notNoted = "" } = this.noted.dataset;
    const isNoted = records.read(row, field).trim() !== "";
    const cell = document.createElement("td");
    const words = document.createElement(isNoted ? "span" : "a");
    if (words instanceof HTMLAnchorElement) words.href = `#${field}--${row}`;
    words.textContent = isNoted ? noted : notNoted;
    cell.toggleAttribute("data-is-noted", isNoted);
    cell.append(words);
    return cell;
  }

  /** @param {{row: string, question: string}[]} weakest Each links to where it is answered again. */
  showWeakest(weakest) {
    this.none.hidden = weakest.length > 0;
    this.list.replaceChildren(
      ...weakest.map(({ row, question }) => {
        const item = document.createElement("li");
        item.append(this.linkTo(row, question));
        return item;
      }),
    );
  }

  /**
   * @param {string} row
   * @param {string} question
   */
  linkTo(row, question) {
    const { page } = this.list.dataset;
    const link = readerTextElement(question, page ? "a" : "span");
    if (link instanceof HTMLAnchorElement) link.href = `${page}#row--${row}`;
    return link;
  }
}

/**
 * @param {HTMLElement} line
 * @param {number} count
 */
function showCount(line, count) {
  setText(line, count > 0 ? fill(line.dataset.words, { title: line.dataset.title ?? "", count }) : "");
  line.dataset.tally = "■".repeat(count);
  line.hidden = count === 0;
}
