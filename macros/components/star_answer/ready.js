import { allOf, required, setText, startWorksheet } from "#page/elements.js";
import { readyEntry } from "#records/entry-markup.js";
import { drawChecks, drawSummary, placePractice } from "./drawing.js";

/**
 * Show an answer in which nothing is written yet.
 *
 * @param {HTMLElement} root
 */
export function ready(root) {
  startWorksheet(root);
  const answer = readyEntry(root, "star-answer");
  const title = required(answer, "[data-action='fold']", HTMLElement);
  setText(required(title, "[data-title]", HTMLElement), title.dataset.untitled ?? "");
  drawChecks(answer, JSON.parse(root.dataset.states ?? ""));
  drawSummary(answer);
  placePractice(
    required(root, "[data-practice]", HTMLElement),
    required(answer, "[data-practice-place]", HTMLElement),
  );
  for (const button of allOf(root, "[data-needs-answer]")) button.hidden = true;
}
