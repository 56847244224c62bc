/**
 * The color scheme: light, dark, or that of the system. It is read before the page is drawn, and saved when the reader
 * chooses.
 *
 * The key and the format are those of an earlier theme, so that earlier choices stay. An unreadable value counts as no
 * choice.
 */

import { base } from "../store/site.js";

const root = document.documentElement;
const name = `${base}.__palette`;
/** That theme's names by ours, in its order. The page's theme-color elements have the same order. */
const schemes = Object.entries({ light: "default", dark: "slate" });

/** @returns {string} The reader's choice. */
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
    // Blocked or full: the choice lasts as long as this page.
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
// Not earlier: until then Firefox restores the state that the buttons had before a reload.
addEventListener("pageshow", () => {
  const choice = document.querySelector("[data-scheme-switch]");
  if (!choice) return;
  /** @type {HTMLInputElement} */ (
    choice.querySelector(`[value=${root.dataset.scheme ?? "system"}]`)
  ).checked = true;
  choice.removeAttribute("hidden");
});
