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

/**
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {HTMLElement[]} In the order of the page.
 */
export function allOf(root, selector) {
  return /** @type {HTMLElement[]} */ ([...root.querySelectorAll(selector)]);
}

/**
 * Set a text if it is another one: a screen reader tells whatever is set anew, even the same.
 *
 * @param {HTMLElement} element
 * @param {string} text
 */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/**
 * Take away what the page says for as long as no script runs. A page that is saved from the browser says it again:
 * see saved-page.css. What is `hidden` would be missing there, since Chromium does not save it.
 *
 * @param {HTMLElement} element
 * @param {boolean} isSuperseded
 */
export function supersede(element, isSuperseded = true) {
  element.toggleAttribute("data-superseded", isSuperseded);
}

/**
 * A worksheet works now: its style is that of one in use, and its tools can be pressed.
 *
 * @param {HTMLElement} root
 */
export function startWorksheet(root) {
  root.dataset.started = "";
  for (const tools of allOf(root, "[data-worksheet-tools]")) tools.hidden = false;
}

/**
 * The tools of a component can be pressed.
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
 * @param {(action: string, button: HTMLButtonElement) => void} handle Called with the data-action of the button.
 */
export function onAction(root, handle) {
  root.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest("button[data-action]") : null;
    if (button instanceof HTMLButtonElement) handle(button.dataset.action ?? "", button);
  });
}
