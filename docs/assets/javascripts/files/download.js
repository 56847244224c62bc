import { showDone } from "../page/done.js";
import { placeBeside, pressedButton } from "./beside.js";

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
  tell(content, name);
}

/**
 * @param {string | Blob} content
 * @param {string} name
 */
async function tell(content, name) {
  const button = pressedButton();
  if (button) showDone(button);
  const place = placeBeside();
  if (!place) return;
  const { tellOfFile } = await import("./handing-over.js");
  tellOfFile(place, content, name);
}
