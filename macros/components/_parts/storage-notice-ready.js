import { showHowLong, showKept, usualLength } from "./kept.js";

/** @param {HTMLElement} root */
export function ready(root) {
  showKept(root, false, true);
  showHowLong(root, usualLength());
}
