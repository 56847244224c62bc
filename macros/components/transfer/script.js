import { copy } from "#files/clipboard.js";
import { makeCopy } from "#files/copies.js";
import { importOf } from "#files/fetching.js";
import { makeLink } from "#files/transfer.js";
import { showDone } from "#page/done.js";
import { onAction, required, showTools } from "#page/elements.js";

/** In characters. Browsers accept far longer links, but an app that sends one to another device may cut it off. */
const LONGEST_LINK = 8000;

/**
 * Makes a link, and a QR code of it, that carries everything to another device.
 *
 * @param {HTMLElement} root
 */
export function init(root) {
  const result = required(root, "[data-result]", HTMLElement);
  const link = required(root, "[data-link]", HTMLInputElement);
  onAction(root, async (action) => {
    if (action === "transfer") await show(root, result, link);
    if (action === "copy-link") await copyLink(root, link);
  });
  showTools(root);
}

/**
 * @param {HTMLElement} root
 * @param {HTMLElement} result
 * @param {HTMLInputElement} link
 */
async function show(root, result, link) {
  link.value = await makeLink(JSON.stringify(JSON.parse(makeCopy()))).catch(() => "");
  const fits = link.value !== "" && link.value.length <= LONGEST_LINK;
  required(root, "[data-too-large='link']", HTMLElement).hidden = fits;
  result.hidden = !fits;
  if (fits) await showCode(root, link.value);
}

/**
 * @param {HTMLElement} root
 * @param {string} link
 */
async function showCode(root, link) {
  const canvas = required(root, "canvas", HTMLCanvasElement);
  const shown = await drawCode(root, canvas, link);
  canvas.hidden = shown !== "drawn";
  required(root, "[data-too-large='code']", HTMLElement).hidden = shown !== "too-large";
  required(root, "[data-code-failed]", HTMLElement).hidden = shown !== "failed";
}

/**
 * @param {HTMLElement} root
 * @param {HTMLCanvasElement} canvas
 * @param {string} link
 * @returns {Promise<"drawn" | "too-large" | "failed">}
 */
async function drawCode(root, canvas, link) {
  try {
    /** @type {typeof import("./qr-code.js")} */
    const { draw } = await importOf(root);
    return draw(canvas, link) ? "drawn" : "too-large";
  } catch (error) {
    console.error("The QR code could not be drawn:", error);
    return "failed";
  }
}

/**
 * @param {HTMLElement} root
 * @param {HTMLInputElement} link
 */
async function copyLink(root, link) {
  const status = required(root, "[data-status]", HTMLElement);
  link.select();
  const isCopied = await copy(link.value);
  if (isCopied) showDone(required(root, "[data-action='copy-link']", HTMLElement));
  status.textContent = (isCopied ? status.dataset.copied : status.dataset.copyFailed) ?? "";
}
