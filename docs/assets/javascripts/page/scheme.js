/**
 * Light, dark, or as the system: read before the page is drawn, and kept when the reader chooses.
 *
 * It is kept where the theme of before kept it, and in its form, so that an earlier choice stays. What cannot be read
 * means that nothing was chosen.
 */

import { base } from "../store/site.js";

const root = document.documentElement;
const name = `${base}.__palette`;
/** The names of the theme by ours, in its order, which is that of the colors of the browser's bar, too. */
const schemes = Object.entries({ light: "default", dark: "slate" });

/** @returns {string} What was chosen. */
const chosen = () => {
  try {
    const { color } = JSON.parse(localStorage.getItem(name) ?? "{}");
    return schemes.find(([, theirs]) => theirs === color?.scheme)?.[0] ?? "system";
  } catch {
    return "system";
  }
};

/** @param {string} scheme */
const keep = (scheme) => {
  const index = schemes.findIndex(([ours]) => ours === scheme);
  try {
    if (index < 0) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify({ index, color: { scheme: schemes[index][1] } }));
  } catch {
    // Blocked or full: the choice holds for this page.
  }
};

/** @param {string} scheme */
const show = (scheme) => {
  if (scheme === "system") delete root.dataset.scheme;
  else root.dataset.scheme = scheme;
  for (const [n, bar] of document.querySelectorAll("meta[name=theme-color]").entries()) {
    const [own] = schemes[n];
    const forced = own === scheme ? "all" : "not all";
    bar.setAttribute("media", scheme === "system" ? `(prefers-color-scheme: ${own})` : forced);
  }
};

show(chosen());
document.addEventListener("change", ({ target }) => {
  if (!(target instanceof HTMLInputElement && target.name === "scheme")) return;
  keep(target.value);
  show(target.value);
});
// Now, and not before: Firefox brings the buttons of before the reload back until then.
addEventListener("pageshow", () => {
  const choice = document.querySelector("[data-scheme-switch]");
  if (!choice) return;
  /** @type {HTMLInputElement} */ (
    choice.querySelector(`[value=${root.dataset.scheme ?? "system"}]`)
  ).checked = true;
  choice.removeAttribute("hidden");
});
