import { makeCopy } from "#files/copies.js";
import { linkFrom } from "#files/transfer.js";
import { required } from "#page/elements.js";
import { store } from "#store/store.js";

/** How long nothing must have changed, in milliseconds, before the link carries it. */
const PAUSE = 300;

/**
 * In a frame of another site: the page around it learns how high it is, and nothing else. What is kept here leaves with
 * the reader, since browsers keep what is in a frame apart from what is in a tab.
 *
 * @param {HTMLElement} root
 */
export function init(root) {
  new ResizeObserver(tellHeight).observe(document.body);
  carryAnswers(
    required(root, "a", HTMLAnchorElement),
    new URL(root.dataset.carriedTo ?? "", location.href).href,
  );
}

/** Canvas knows this message, and docs/centers/embed.md tells others what it means. */
function tellHeight() {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  parent.postMessage({ subject: "lti.frameResize", height }, "*");
}

/**
 * @param {HTMLAnchorElement} link
 * @param {string} page Where a copy is taken over.
 */
function carryAnswers(link, page) {
  const tool = link.href;
  const update = async () => {
    const isEmpty = store.entries().size === 0;
    link.href = isEmpty ? tool : await linkFrom(makeCopy(), page).catch(() => tool);
  };
  let waiting = 0;
  store.onChange(() => {
    clearTimeout(waiting);
    waiting = setTimeout(update, PAUSE);
  });
  update();
}
