import { Form } from "#records/form.js";

/**
 * A sheet for writing about two or three values: no score, and kept only if the reader wants that.
 *
 * @param {HTMLElement} root
 */
export function init(root) {
  new Form(root, () => {}).start();
}
