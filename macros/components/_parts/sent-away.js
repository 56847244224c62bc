import { oncePerFrame } from "#page/animation-frame.js";
import { required, setText } from "#page/elements.js";
import { fill, readerTextElement, showCount } from "#text/words.js";

/** @type {Set<string>} Addresses that the content security policy blocked. */
const blocked = new Set();

/**
 * Shows what the page has requested since it was opened, as counted by the browser, including what the policy blocked.
 *
 * @param {HTMLElement} root
 */
export function init(root) {
  const showSoon = oncePerFrame(() => show(root));
  new PerformanceObserver(showSoon).observe({ type: "resource" });
  document.addEventListener("securitypolicyviolation", ({ blockedURI }) => {
    if (URL.canParse(blockedURI)) blocked.add(blockedURI);
    showSoon();
  });
  show(root);
}

/** @param {HTMLElement} root */
function show(root) {
  const { own, elsewhere } = requests();
  showCount(root, "[data-own]", own.length);
  const line = required(root, "[data-elsewhere]", HTMLElement);
  const { words, none } = line.dataset;
  setText(line, elsewhere.length > 0 ? fill(words, { count: elsewhere.length }) : (none ?? ""));
  line.toggleAttribute("data-found", elsewhere.length > 0);
  const list = required(root, "[data-addresses]", HTMLElement);
  list.replaceChildren(...[...elsewhere, ...own].map((address) => readerTextElement(address, "li")));
  root.hidden = false;
}

/** @returns {{own: string[], elsewhere: string[]}} The addresses on this site, and on any other. */
function requests() {
  const asked = performance.getEntriesByType("resource").map(({ name }) => name);
  const addresses = [...new Set([...asked, ...blocked])].filter((each) => /^(?:https?|wss?):/.test(each));
  const isOwn = (/** @type {string} */ address) => new URL(address).origin === location.origin;
  return { own: addresses.filter(isOwn), elsewhere: addresses.filter((each) => !isOwn(each)) };
}
