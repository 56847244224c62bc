/** What the rows of a debrief say together: how often each cause comes up, and the weakest answers. */

import { allOf, required, setText } from "#page/elements.js";
import { excerpt, fill, ownWords } from "#text/words.js";

/** @typedef {import("#records/records.js").Records} Records */

export class DebriefSummary {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.causes = required(root, "[data-causes]", HTMLElement);
    this.list = required(root, "[data-weakest]", HTMLElement);
    this.none = required(root, "[data-weakest-none]", HTMLElement);
    this.drafts = required(root, "[data-drafts]", HTMLElement);
    this.draftsStatus = required(root, "[data-drafts-status]", HTMLElement);
  }

  /**
   * @param {Records} records
   * @param {readonly string[]} rows
   * @param {string[]} weakest
   */
  show(records, rows, weakest) {
    this.showCauses(rows.map((row) => records.read(row, "cause")));
    this.showWeakest(weakest.map((row) => excerpt(this.list, records.read(row, "question"))));
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

  /** @param {string[]} most The cause that comes up most, or those that do. */
  showMost(most) {
    const first = this.causes.dataset.first ?? "";
    const next = most.includes(first) ? [first] : most;
    required(this.causes, "[data-none]", HTMLElement).hidden = most.length > 0;
    required(this.causes, "[data-most]", HTMLElement).hidden = most.length !== 1;
    required(this.causes, "[data-tie]", HTMLElement).hidden = most.length < 2;
    for (const link of allOf(this.causes, "[data-cause-link]"))
      link.hidden = !next.includes(link.dataset.causeLink ?? "");
  }

  /** @param {string[]} questions */
  showWeakest(questions) {
    this.list.replaceChildren(...questions.map((question) => ownWords(question, "li")));
    this.none.hidden = questions.length > 0;
    this.drafts.hidden = questions.length === 0;
  }

  /**
   * @param {number} made
   * @param {number} there
   */
  sayDrafts(made, there) {
    this.draftsStatus.textContent = fill(this.draftsStatus.dataset.words, { made, there });
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
