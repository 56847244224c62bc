import { makeCopy } from "#files/copies.js";
import { makeLink } from "#files/transfer.js";
import { store } from "#store/store.js";

/** In milliseconds: how long after the last change the link is updated. */
const PAUSE = 300;

/**
 * Lets readers take along what they saved in a frame of another site: browsers keep that apart from what a tab saves.
 *
 * @param {HTMLElement} root A link to the tool.
 */
export function init(root) {
  if (root instanceof HTMLAnchorElement)
    carryAnswers(root, new URL(root.dataset.carriedTo ?? "", location.href).href);
}

/**
 * @param {HTMLAnchorElement} link
 * @param {string} page The page that loads a copy.
 */
function carryAnswers(link, page) {
  const tool = link.href;
  const update = async () => {
    const isEmpty = store.entries().size === 0;
    link.href = isEmpty ? tool : await makeLink(makeCopy(), page).catch(() => tool);
  };
  let waiting = 0;
  store.onChange(() => {
    clearTimeout(waiting);
    waiting = setTimeout(update, PAUSE);
  });
  update();
}
