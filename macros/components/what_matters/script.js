import { Form } from "#records/form.js";

/**
 * A sheet to write on about two or three values: no score, and kept only if wanted.
 *
 * @param {HTMLElement} root
 */
export function init(root) {
  new Form(root, () => {}).start();
}
