import { makeCopy } from "#files/copies.js";
import { download } from "#files/download.js";
import { asFile, FILE_NAME, withAnswers } from "#files/one-file.js";
import { onAction, required, showTools } from "#page/elements.js";

/**
 * Saves the whole site as one file, with the answers of the reader in it. It is fetched when they ask for it.
 *
 * @param {HTMLElement} root
 */
export function init(root) {
  const notFetched = required(root, "[data-not-fetched]", HTMLElement);
  onAction(root, async (action) => {
    if (action !== "take") return;
    try {
      const source = await fetchFile(root.dataset.file ?? "");
      download(FILE_NAME, asFile(withAnswers(source, makeCopy())), "text/html");
      notFetched.hidden = true;
    } catch {
      notFetched.hidden = false;
    }
  });
  showTools(root);
}

/**
 * @param {string} address
 * @returns {Promise<string>}
 */
async function fetchFile(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.url} answers ${answer.status}`);
  return new TextDecoder("utf-16le").decode(await answer.arrayBuffer());
}
