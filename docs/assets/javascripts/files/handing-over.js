/** What the page says beside a button that has handed over a file: its name, and a text that can be copied instead. */

import { showDone } from "../page/done.js";
import { required } from "../page/elements.js";
import { fill } from "../text/words.js";
import { copy } from "./clipboard.js";

/** @type {WeakMap<Element, string>} What each place can show to copy. */
const texts = new WeakMap();

/**
 * @param {Element} place Beside the button.
 * @param {string | Blob} content What was just handed over as a file.
 * @param {string} name Of the file.
 */
export function tellOfFile(place, content, name) {
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

/** @returns {boolean} Whether another page shows this one, and may keep it from saving files and printing. A file has no origin. */
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
    // No component knows these buttons.
    event.stopPropagation();
    if (button.dataset.action === "show-text") showText(place);
    else copyText(place);
  },
  { capture: true },
);
