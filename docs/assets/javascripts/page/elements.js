/**
 * Find an element that a component cannot work without.
 *
 * @template {Element} Found
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => Found} type
 * @returns {Found}
 * @throws {Error} If the page lacks it, so that the component's failure is shown.
 */
export function required(root, selector, type) {
  const found = root.querySelector(selector);
  if (found instanceof type) return found;
  throw new Error(`No ${selector} in this component.`);
}

/**
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {HTMLElement[]} In document order.
 */
export function allOf(root, selector) {
  return /** @type {HTMLElement[]} */ ([...root.querySelectorAll(selector)]);
}

/**
 * Set a text only if it differs: screen readers announce a text that is set again, even if it is the same.
 *
 * @param {HTMLElement} element
 * @param {string} text
 */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/**
 * Hide what the page shows while no script runs. A page saved from the browser shows it again: see saved-page.css. With
 * `hidden` it would be missing there, since Chromium does not save hidden elements.
 *
 * @param {HTMLElement} element
 * @param {boolean} isSuperseded
 */
export function supersede(element, isSuperseded = true) {
  element.toggleAttribute("data-superseded", isSuperseded);
}

/**
 * Mark a worksheet as working: it takes the style of one in use, and its tools appear.
 *
 * @param {HTMLElement} root
 */
export function startWorksheet(root) {
  root.dataset.started = "";
  for (const tools of allOf(root, "[data-worksheet-tools]")) tools.hidden = false;
}

/**
 * Show the tools of a component.
 *
 * @param {HTMLElement} root
 */
export function showTools(root) {
  required(root, "[data-tools]", HTMLElement).hidden = false;
}

/**
 * Listen to the buttons of a component.
 *
 * @param {HTMLElement} root
 * @param {(action: string, button: HTMLButtonElement) => void} handle Called with the button's data-action.
 */
export function onAction(root, handle) {
  root.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest("button[data-action]") : null;
    if (button instanceof HTMLButtonElement) handle(button.dataset.action ?? "", button);
  });
}
