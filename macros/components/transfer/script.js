import { makeCopy } from "#files/copies.js";
import { linkFrom } from "#files/transfer.js";
import { importOf, onAction, required } from "#page/elements.js";

/** What the largest QR code holds, in bytes (version 40, lowest correction: ISO/IEC 18004, table 7). */
const LARGEST_CODE = 2953;

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
  required(root, "[data-tools]", HTMLElement).hidden = false;
}

/**
 * @param {HTMLElement} root
 * @param {HTMLElement} result
 * @param {HTMLInputElement} link
 */
async function show(root, result, link) {
  link.value = await linkFrom(JSON.stringify(JSON.parse(makeCopy()))).catch(() => "");
  const fits = link.value !== "" && link.value.length <= LARGEST_CODE;
  required(root, "[data-too-large]", HTMLElement).hidden = fits;
  result.hidden = !fits;
  if (fits) await drawCode(root, link.value);
}

/**
 * @param {HTMLElement} root
 * @param {string} link
 */
async function drawCode(root, link) {
  const canvas = required(root, "canvas", HTMLCanvasElement);
  const failed = required(root, "[data-code-failed]", HTMLElement);
  try {
    /** @type {typeof import("./qr-code.js")} */
    const { generate } = await importOf(root);
    generate(link).toCanvas(canvas, { on: [0, 0, 0, 255], off: [255, 255, 255, 255] });
    canvas.hidden = false;
    failed.hidden = true;
  } catch (error) {
    console.error("The QR code could not be drawn:", error);
    canvas.hidden = true;
    failed.hidden = false;
  }
}

/**
 * @param {HTMLElement} root
 * @param {HTMLInputElement} link
 */
async function copyLink(root, link) {
  const status = required(root, "[data-status]", HTMLElement);
  link.select();
  try {
    await navigator.clipboard.writeText(link.value);
    status.textContent = status.dataset.copied ?? "";
  } catch {
    status.textContent = status.dataset.copyFailed ?? "";
  }
}
