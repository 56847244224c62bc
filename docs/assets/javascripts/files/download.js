import { tellOfFile } from "./handing-over.js";

/**
 * Hand a text or a recording to the reader as a file.
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
  tellOfFile(content, name);
}
