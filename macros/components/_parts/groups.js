import { onReturn } from "#files/printing.js";
import { arrive, goToTarget } from "#page/arrival.js";
import { allOf, required, setText } from "#page/elements.js";
import { isDone, lastAnswered } from "#page/list-progress.js";
import { onNewDay } from "#page/new-day.js";
import { todaysGroup } from "#page/todays-group.js";
import { currentInterview, interviews } from "#records/interviews.js";
import { redrawOnChange } from "#store/changes.js";
import { store } from "#store/store.js";
import { dayAt, today } from "#text/dates.js";
import { fill } from "#text/words.js";

/**
 * In a list of groups, such as days, today's group is open when the page opens, and so is the one that its address
 * names. After that readers open and fold them: a tick moves nothing.
 *
 * @param {HTMLElement} root
 */
export function init(root) {
  const groups = /** @type {HTMLDetailsElement[]} */ (allOf(root, "[data-group]"));
  fold(groups);
  show(groups);
  redrawOnChange(() => show(groups));
  onNewDay(() => openToday(groups));
  root.dataset.begun = String(groups.some((group) => idsOf(group).some(isDone)));
  arrive();
  window.addEventListener("hashchange", goToTarget);
  unfoldOnPaper(groups);
}

/** @param {HTMLDetailsElement[]} groups */
function fold(groups) {
  const target = document.getElementById(location.hash.slice(1));
  for (const group of groups) group.open = group.contains(target);
  openToday(groups);
}

/** @param {HTMLDetailsElement[]} groups */
function openToday(groups) {
  const interview = interviews.read(currentInterview() ?? "", "date");
  const current = groups[todaysGroup(groups.map(progressOf), today(), interview)];
  if (current) current.open = true;
}

/**
 * @param {HTMLElement} group
 * @returns {import("#page/todays-group.js").GroupProgress}
 */
function progressOf(group) {
  const ids = idsOf(group);
  const last = lastAnswered(ids);
  return {
    done: ids.filter(isDone).length,
    total: ids.length,
    ticked: last === null ? "" : dayAt(store.entry(last)?.at ?? 0),
  };
}

/** @param {HTMLElement} group */
function idsOf(group) {
  return allOf(group, "input").map(({ id }) => id);
}

/** @param {HTMLDetailsElement[]} groups Each shows its progress. */
function show(groups) {
  for (const group of groups) {
    const { done, total } = progressOf(group);
    const count = required(group, "[data-count]", HTMLElement);
    const status = required(group, "[data-group-done]", HTMLElement);
    group.toggleAttribute("data-complete", done === total);
    count.textContent = done > 0 ? fill(count.dataset.words, { done, total }) : "";
    setText(status, done === total ? (status.dataset.words ?? "") : "");
  }
}

/**
 * Where no style can unfold the groups for printing, open them: otherwise only their titles would be printed.
 *
 * @param {HTMLDetailsElement[]} groups
 */
function unfoldOnPaper(groups) {
  if (CSS.supports("selector(::details-content)")) return;
  /** @type {HTMLDetailsElement[]} */
  let folded = [];
  window.addEventListener("beforeprint", () => {
    folded.push(...groups.filter((group) => !group.open));
    for (const group of folded) group.open = true;
  });
  onReturn(() => {
    for (const group of folded) group.open = false;
    folded = [];
  });
}
