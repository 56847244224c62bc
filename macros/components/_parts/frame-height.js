/** A page in a frame of another site: the page around it learns how high it is, and nothing else. */
export function init() {
  new ResizeObserver(tellHeight).observe(document.body);
}

/** Canvas knows this message, and docs/centers/embed.md tells others what it means. */
function tellHeight() {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  parent.postMessage({ subject: "lti.frameResize", height }, "*");
}
