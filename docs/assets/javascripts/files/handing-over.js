/** What the page shows beside a button that has given out a file: its name, and its text to copy instead. */

import { showDone } from "../page/done.js";
import { required } from "../page/elements.js";
import { fill } from "../text/words.js";
import { copy } from "./clipboard.js";

/** @type {WeakMap<Element, string>} The text that each place can offer for copying. */
const texts = new WeakMap();

/**
 * @param {Element} place The one beside the button.
 * @param {string | Blob} content The content of the file.
 * @param {string} name The name of the file.
 */
export function showFileHelp(place, content, name) {
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

/**
 * @returns {boolean} Whether another page frames this one, and may block saving and printing. A local file has an
 *   opaque origin too.
 */
function isFramed() {
  const isFile = location.protocol === "file:";
  return (window.origin === "null" && !isFile) || window.self !== window.top;
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
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    const place = button?.closest("[data-handing-over]");
    if (!place || !button) return;
    // These buttons belong to no component.
    event.stopPropagation();
    if (button.dataset.action === "show-text") showText(place);
    else copyText(place);
  },
  { capture: true },
);
