/** Added to every page by tools/serve.py: reloads it after an edit, and shows problems with the edit. */

const shown = document.createElement("dialog");
const text = document.createElement("pre");
shown.append(text);
shown.lang = "en";
shown.style.maxInlineSize = "90vw";
text.style.whiteSpace = "pre-wrap";

/** @type {number | undefined} */
let build;

new EventSource(`/-/events?${location.pathname}`).addEventListener("message", ({ data }) => {
  const news = JSON.parse(data);
  build ??= news.build;
  if (news.build !== build) location.reload();
  text.textContent = news.problems;
  if (news.problems && !shown.open) {
    document.body.append(shown);
    shown.showModal();
  }
  if (!news.problems && shown.open) shown.close();
});
