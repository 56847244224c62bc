import { showDone } from "../page/done.js";
import { pressedButton, pressedButtonHelp } from "./pressed-button.js";

/**
 * Give the reader a text or a recording as a file.
 *
 * @param {string} name
 * @param {string | Blob} content
 * @param {string} type
 */
export function download(name, content, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
  showHelp(content, name);
}

/**
 * @param {string | Blob} content
 * @param {string} name
 */
async function showHelp(content, name) {
  const button = pressedButton();
  if (button) showDone(button);
  const place = pressedButtonHelp();
  if (!place) return;
  const { showFileHelp } = await import("./handing-over.js");
  showFileHelp(place, content, name);
}
