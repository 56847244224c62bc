import { whenFree } from "../page/hands.js";

/** @typedef {{value: string, text: string, isOwn: boolean}} Choice `isOwn` when the reader wrote the text. */

/** @type {WeakMap<HTMLSelectElement, string>} What each list was made from. */
const made = new WeakMap();

/**
 * The choices of a list. They are set only when they are others than before, whatever a translator made of
 * the words, and not while the list may be open: it would close.
 *
 * @param {HTMLSelectElement} select
 * @param {Choice[]} choices
 * @param {string} current
 */
export function showChoices(select, choices, current) {
  whenFree(select, () => {
    const data = JSON.stringify(choices);
    if (made.get(select) !== data) select.replaceChildren(...choices.map(option));
    made.set(select, data);
    select.value = current;
  });
}

/** @param {Choice} choice */
function option({ value, text, isOwn }) {
  return Object.assign(new Option(text, value), { dir: "auto", translate: !isOwn });
}
