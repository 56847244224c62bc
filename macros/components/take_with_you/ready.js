export { showTools as ready } from "#page/elements.js";
