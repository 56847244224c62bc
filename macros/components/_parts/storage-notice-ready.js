import { showRetention, showStorageState, usualRetention } from "./retention.js";

/** @param {HTMLElement} root */
export function ready(root) {
  showStorageState(root, false, true);
  showRetention(root, usualRetention());
}
