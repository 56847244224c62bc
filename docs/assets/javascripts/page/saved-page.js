/**
 * A page saved from the browser's menu keeps its markup, but not the state of its fields. So ticks and texts are copied
 * into the markup, a moment after they change, and the saved page shows them. This module is loaded on use.
 */

/** In milliseconds: a pause in typing. */
const PAUSE = 400;

let timer = 0;
/** While a word is being composed, its field must not be touched. */
let isComposing = false;

/**
 * @param {{onChange: (listener: () => void) => void}} store
 * @param {boolean} isInWord Whether a word is already being composed.
 */
export function syncMarkup(store, isInWord) {
  isComposing = isInWord;
  for (const change of ["input", "change", "compositionend"]) document.addEventListener(change, writeSoon);
  document.addEventListener("compositionstart", () => {
    isComposing = true;
  });
  document.addEventListener("compositionend", () => {
    isComposing = false;
  });
  store.onChange(writeSoon);
  writeSoon();
}

function writeSoon() {
  clearTimeout(timer);
  timer = setTimeout(write, PAUSE);
}

function write() {
  if (isComposing) return;
  for (const field of document.querySelectorAll("article :is(input, textarea, option)")) writeField(field);
}

/** @param {Element} field A field whose markup is already right is not written again: a long list has many. */
function writeField(field) {
  if (field instanceof HTMLOptionElement) {
    if (field.defaultSelected !== field.selected) field.defaultSelected = field.selected;
  } else if (field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio")) {
    if (field.defaultChecked !== field.checked) field.defaultChecked = field.checked;
  } else if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
    if (field.type !== "file" && field.defaultValue !== field.value) field.defaultValue = field.value;
  }
}
