/** What a page asked for since it was opened, as the browser itself counts it: also what its policy refused. */

/** @type {Set<string>} Addresses that the policy refused. */
const refused = new Set();

/**
 * @param {() => void} tell Called when something was asked for.
 */
export function onRequest(tell) {
  new PerformanceObserver(tell).observe({ type: "resource" });
  document.addEventListener("securitypolicyviolation", ({ blockedURI }) => {
    if (URL.canParse(blockedURI)) refused.add(blockedURI);
    tell();
  });
}

/** @returns {{own: string[], elsewhere: string[]}} The addresses, of this site and of any other. */
export function requests() {
  const asked = performance.getEntriesByType("resource").map(({ name }) => name);
  const addresses = [...new Set([...asked, ...refused])].filter((each) => /^(?:https?|wss?):/.test(each));
  const isOwn = (/** @type {string} */ address) => new URL(address).origin === location.origin;
  return { own: addresses.filter(isOwn), elsewhere: addresses.filter((each) => !isOwn(each)) };
}
