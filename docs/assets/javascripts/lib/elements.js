/**
 * Find what a component cannot work without.
 *
 * @template {Element} Found
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => Found} type
 * @returns {Found}
 * @throws {Error} When the page lacks it, so that the component's failure is shown.
 */
export function required(root, selector, type) {
  const found = root.querySelector(selector);
  if (found instanceof type) return found;
  throw new Error(`No ${selector} in this component.`);
}
