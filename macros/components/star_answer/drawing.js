/** Draws the checks of an answer. It changes only the page: other modules do the checking. */

import { allOf, required, setText } from "#page/elements.js";
import { PARTS } from "#text/star-parts.js";
import { fill, showWords } from "#text/words.js";

/** @typedef {import("#text/star-checks.js").Check} Check */
/** @typedef {import("#text/star-checks.js").Share} Share */

/** The blank in the words of a check that takes the reader's own text. */
const OWN = "sentence";
/** The share of a part in which nothing is written yet. */
const NO_SHARE = { words: 0, start: 0, share: 0 };
/** @type {Check} */
const NOT_CHECKED = { state: "empty", values: {} };

/**
 * @param {HTMLElement} answer
 * @param {Record<string, string>} states The name of each state.
 * @param {Record<string, Share>} [shares] By the name of the part.
 * @param {Record<string, Check>} [checks] By the name of the check.
 */
export function drawChecks(answer, states, shares = {}, checks = {}) {
  for (const part of PARTS) showShare(answer, part, shares[part] ?? NO_SHARE);
  for (const element of allOf(answer, "[data-check]"))
    showCheck(element, checks[element.dataset.check ?? ""] ?? NOT_CHECKED, states);
}

/**
 * Say how many checks pass, and which one to look at next. Screen readers announce it when it changes.
 *
 * @param {HTMLElement} answer
 */
export function drawSummary(answer) {
  const checks = allOf(answer, "[data-check]");
  const good = checks.filter(({ dataset }) => dataset.state === "ok");
  const next = checks.find(({ dataset }) => dataset.state === "warn");
  const summary = required(answer, "[data-summary]", HTMLElement);
  const words = [
    fill(summary.dataset.words, { good: good.length, total: checks.length }),
    next ? fill(summary.dataset.next, { check: next.querySelector("[data-title]")?.textContent ?? "" }) : "",
  ];
  setText(summary, words.join(" ").trim());
}

/**
 * Move practice into the answer that is open.
 *
 * @param {HTMLElement} practice
 * @param {Element} place
 */
export function placePractice(practice, place) {
  if (practice.parentElement !== place) place.append(practice);
}

/**
 * Draw how long a part is, and say it in words.
 *
 * @param {HTMLElement} answer
 * @param {string} part
 * @param {Share} share
 */
function showShare(answer, part, { words, start, share }) {
  const bar = required(answer, `[data-bar='${part}']`, SVGRectElement);
  bar.setAttribute("x", `${start}%`);
  bar.setAttribute("width", `${share}%`);
  const text = required(answer, `[data-share='${part}']`, HTMLElement);
  text.textContent = fill(text.dataset.words, { words, share });
}

/**
 * @param {HTMLElement} element
 * @param {Check} check
 * @param {Record<string, string>} states The name of each state.
 */
function showCheck(element, { state, values }, states) {
  element.dataset.state = state;
  required(element, "[data-state-name]", HTMLElement).textContent = states[state];
  showWords(required(element, "[data-advice]", HTMLElement), element.dataset[state], values, OWN);
}
