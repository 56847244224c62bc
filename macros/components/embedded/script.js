import { makeCopy } from "#files/copies.js";
import { linkFrom } from "#files/transfer.js";
import { store } from "#store/store.js";

/** How long nothing must have changed, in milliseconds, before the link carries it. */
const PAUSE = 300;

/**
 * What is kept in a frame of another site leaves with the reader, since browsers keep it apart from what is in a tab.
 *
 * @param {HTMLElement} root A link to the tool.
 */
export function init(root) {
  if (root instanceof HTMLAnchorElement)
    carryAnswers(root, new URL(root.dataset.carriedTo ?? "", location.href).href);
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
