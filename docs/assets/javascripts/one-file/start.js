/** Starts a page of the one-file site, as the browser would if it came from a host. */

import "../page/scheme.js";
import { startAll } from "../page/start-adopting.js";
import { pageAddress } from "./address.js";
import { hasUnsaved, loadAnswers } from "./answers.js";
import { registerScripts } from "./fetching.js";
import { file } from "./file.js";

/** Shown for an address that leads nowhere. */
const NOT_FOUND = "404.html";

/**
 * @param {import("../page/start.js").Components} components All components, by name.
 * @param {Record<string, import("./fetching.js").Import>} scripts The scripts that they import on first use.
 */
export async function start(components, scripts) {
  registerScripts(scripts);
  await loadAnswers().catch(reportError);
  const [style, paper, page] = await Promise.all([
    file.read("style"),
    file.read("paper"),
    file.read(pageAddress()).catch(() => file.read(NOT_FOUND)),
  ]);
  document.adoptedStyleSheets = [sheetOf(style), sheetOf(paper, "print")];
  show(file.parse(page));
  await startAll(components);
  // Listeners for pageshow may have missed the real event.
  if (document.readyState === "complete") dispatchEvent(new PageTransitionEvent("pageshow"));
  goToPlace();
  addEventListener("beforeunload", leave);
}

/**
 * @param {string} rules
 * @param {string} [media]
 */
function sheetOf(rules, media) {
  const sheet = new CSSStyleSheet({ media });
  sheet.replaceSync(rules);
  return sheet;
}

/** @param {Document} page */
function show(page) {
  document.title = page.title;
  for (const { name, value } of page.documentElement.attributes)
    document.documentElement.setAttribute(name, value);
  document.head.append(...page.head.querySelectorAll("meta"));
  document.body.replaceWith(document.adoptNode(page.body));
}

/** Scroll to where the reader was, or where the address leads: the browser tried before the page was there. */
function goToPlace() {
  history.scrollRestoration = "manual";
  const { top } = history.state ?? {};
  if (top !== undefined) scrollTo({ top, behavior: "instant" });
  else if (location.hash !== "") location.replace(location.hash);
}

/** Whether the reader goes to another page of the file. */
let staysInFile = false;
document.addEventListener("click", ({ target }) => {
  const link = target instanceof Element ? target.closest("a[href]") : null;
  if (link instanceof HTMLAnchorElement) staysInFile = isOtherPage(link);
});

/** @param {HTMLAnchorElement} link */
function isOtherPage({ pathname, search }) {
  return pathname === location.pathname && search !== location.search;
}

/** @param {BeforeUnloadEvent} event */
function leave(event) {
  history.replaceState({ ...history.state, top: scrollY }, "");
  if (!staysInFile && hasUnsaved()) event.preventDefault();
  staysInFile = false;
}
