/**
 * Printing and saving a file are up to the browser, and some do neither: apps that show pages inside them, and
 * pages that show this one in a frame. A script is not told. So the page says beside the button what helps then,
 * and a text can be copied instead.
 */

import { showDone } from "../page/done.js";
import { required } from "../page/elements.js";
import { fill } from "../text/words.js";
import { copy } from "./clipboard.js";

/** What buttons belong to. One may stand inside another. */
const OWNERS = "dialog, [data-module]";
/** @type {HTMLButtonElement | null} */
let pressed = null;
/** @type {WeakMap<Element, string>} What each place can show to copy. */
const texts = new WeakMap();

/** @param {boolean} hasFailed */
export function tellOfPrint(hasFailed) {
  const place = placeBeside(pressed);
  if (place) required(place, "[data-print-failed]", HTMLElement).hidden = !hasFailed;
}

/**
 * @param {string | Blob} content What was just handed over as a file.
 * @param {string} name Of the file.
 */
export function tellOfFile(content, name) {
  if (pressed) showDone(pressed);
  const place = placeBeside(pressed);
  if (!place) return;
  const named = required(place, "[data-file-name]", HTMLElement);
  named.textContent = fill(named.dataset.words, { name });
  const isText = typeof content === "string";
  if (isText) texts.set(place, content);
  required(place, "[data-file-given]", HTMLElement).hidden = false;
  required(place, "[data-framed]", HTMLElement).hidden = !isFramed();
  required(place, "[data-action='show-text']", HTMLElement).hidden = !isText;
  required(place, "[data-text-to-copy]", HTMLElement).hidden = true;
  if (isText && isFramed()) showText(place);
}

/** @returns {boolean} Whether another page shows this one, and may keep it from saving files and printing. */
function isFramed() {
  return window.origin === "null" || window.self !== window.top;
}

/**
 * @param {Element | null} button
 * @returns {Element | null}
 */
function placeBeside(button) {
  const owner = button?.closest(OWNERS);
  const places = [...(owner?.querySelectorAll("[data-handing-over]") ?? [])];
  return places.find((place) => place.closest(OWNERS) === owner) ?? null;
}

/** @param {Element} place */
function showText(place) {
  required(place, "textarea", HTMLTextAreaElement).value = texts.get(place) ?? "";
  required(place, "[data-copy-status]", HTMLElement).textContent = "";
  required(place, "[data-text-to-copy]", HTMLElement).hidden = false;
}

/** @param {Element} place */
async function copyText(place) {
  const field = required(place, "textarea", HTMLTextAreaElement);
  const status = required(place, "[data-copy-status]", HTMLElement);
  field.select();
  const { copied, copyFailed } = status.dataset;
  const isCopied = await copy(field.value);
  if (isCopied) showDone(required(place, "[data-action='copy-text']", HTMLElement));
  status.textContent = (isCopied ? copied : copyFailed) ?? "";
}

document.addEventListener(
  "click",
  (event) => {
    pressed = event.target instanceof Element ? event.target.closest("button") : null;
    const place = pressed?.closest("[data-handing-over]");
    if (!place || !pressed) return;
    // No component knows these buttons.
    event.stopPropagation();
    if (pressed.dataset.action === "show-text") showText(place);
    else copyText(place);
  },
  { capture: true },
);
