/** Starts a page on which readers save answers. */

import { store } from "../store/store.js";
import { startComponents } from "./start.js";

/**
 * @param {import("./start.js").Components} components
 * @param {(root: HTMLElement) => void} [prepare] Called with the element of each component before it starts.
 */
export function startAll(components, prepare) {
  syncMarkupOnUse();
  return startComponents(components, prepare);
}

/** Load saved-page.js on the first answer: until then the markup lacks nothing. */
function syncMarkupOnUse() {
  let isKept = false;
  const keep = async (isComposing = false) => {
    if (isKept) return;
    isKept = true;
    try {
      const { syncMarkup } = await import("./saved-page.js");
      syncMarkup(store, isComposing);
    } catch {
      // The next use tries again: there may be a connection by then.
      isKept = false;
    }
  };
  document.addEventListener("input", (event) => keep(event instanceof InputEvent && event.isComposing));
  store.onChange(() => keep());
  if (document.documentElement.dataset.starting === "saved") keep();
}
