/**
 * The search, once it is open: the query, the results, and the keys that move through them.
 */

import { fetchJson } from "#files/fetching.js";
import { fetchMarkup } from "#files/markup.js";
import { allOf, required, setText } from "#page/elements.js";
import { base } from "#store/site.js";
import { fill } from "#text/words.js";
import { excerpt, highlighted } from "./excerpt.js";
import { Finder } from "./finder.js";

/** @typedef {import("./finder.js").Entry} Entry */
/** @typedef {import("./finder.js").Found} Found */

/** As many results as fit on a screen or two: readers who find nothing among these try other words. */
const MOST_RESULTS = 10;

/**
 * @param {HTMLElement} root Says where the rest of the search is.
 * @param {HTMLDialogElement} dialog
 * @throws {Error} When something cannot be fetched.
 */
export async function startSearch(root, dialog) {
  const site = new URL(base, document.baseURI);
  const [index, rest] = await Promise.all([fetchJson(root.dataset.index), fetchMarkup(root.dataset.rest)]);
  required(dialog, "[data-part=failed]", HTMLElement).after(rest);
  listen(dialog, new Finder(index), site);
}

/**
 * @param {HTMLDialogElement} dialog
 * @param {Finder} finder
 * @param {URL} site Addresses are relative to this one.
 */
function listen(dialog, finder, site) {
  const field = required(dialog, "input", HTMLInputElement);
  const results = required(dialog, "[data-part=results]", HTMLElement);
  const search = () =>
    show(dialog, field.value.trim(), finder.find(field.value).slice(0, MOST_RESULTS), site);
  required(dialog, "[data-ways]", HTMLElement).replaceChildren(
    ...finder.ways.map((way) => wayItem(way, site)),
  );
  field.addEventListener("input", search);
  dialog.addEventListener("keydown", (event) => moveFocus(event, field, results));
  dialog.addEventListener("click", ({ target }) => {
    if (!(target instanceof Element)) return;
    const query = target.closest("[data-query]");
    if (query) searchFor(field, query.textContent ?? "");
    if (target.closest("a")) dialog.close();
  });
  search();
}

/**
 * Search for words as if they had been typed.
 *
 * @param {HTMLInputElement} field
 * @param {string} query
 */
function searchFor(field, query) {
  field.value = query;
  field.dispatchEvent(new Event("input"));
  field.focus();
}

/**
 * @param {HTMLDialogElement} dialog
 * @param {string} query
 * @param {Found[]} found
 * @param {URL} site
 */
function show(dialog, query, found, site) {
  const results = required(dialog, "[data-part=results]", HTMLElement);
  const template = required(dialog, "template", HTMLTemplateElement);
  const nothing = query !== "" && found.length === 0;
  results.replaceChildren(...found.map((each) => resultItem(template, each, site)));
  results.hidden = found.length === 0;
  required(dialog, "[data-part=common]", HTMLElement).hidden = query !== "";
  required(dialog, "[data-part=none]", HTMLElement).hidden = !nothing;
  const status = required(dialog, "[data-status]", HTMLElement);
  setText(status, query === "" ? "" : countText(results.dataset, found.length));
}

/**
 * @param {DOMStringMap} words
 * @param {number} count
 * @returns {string}
 */
function countText({ none, one, many }, count) {
  return fill([none, one][count] ?? many, { count });
}

/**
 * @param {HTMLTemplateElement} template
 * @param {Found} found
 * @param {URL} site
 * @returns {Node}
 */
function resultItem(template, found, site) {
  const item = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
  const link = required(item, "[data-title]", HTMLAnchorElement);
  link.href = new URL(found.address, site).href;
  link.append(...highlighted(found.title, found.terms));
  required(item, "[data-where]", HTMLElement).textContent = found.where;
  required(item, "[data-excerpt]", HTMLElement).append(
    ...highlighted(excerpt(found.text, found.terms), found.terms),
  );
  return item;
}

/**
 * @param {Entry} way
 * @param {URL} site
 * @returns {HTMLElement}
 */
function wayItem(way, site) {
  const item = document.createElement("li");
  const link = item.appendChild(document.createElement("a"));
  link.href = new URL(way.address, site).href;
  link.textContent = way.title;
  return item;
}

/**
 * Up and Down move through the results and back to the field; Enter moves from the field to the first result.
 *
 * @param {KeyboardEvent} event
 * @param {HTMLInputElement} field
 * @param {HTMLElement} results
 */
function moveFocus(event, field, results) {
  const places = [field, ...allOf(results, "a")];
  const place = places.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  const inField = document.activeElement === field;
  const step =
    event.key === "ArrowUp" ? -1 : Number(event.key === "ArrowDown" || (inField && event.key === "Enter"));
  if (place < 0 || step === 0) return;
  event.preventDefault();
  places[Math.min(Math.max(place + step, 0), places.length - 1)].focus();
}
