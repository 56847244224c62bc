import { allOf, onAction, required } from "#page/elements.js";
import { currentInterview, interviews, threadOf } from "#records/interviews.js";
import { mainCause } from "#records/thread.js";
import { saveNow } from "#records/typing.js";
import { redrawOnChange } from "#store/changes.js";
import { focusOther, showCarriedLine } from "./carried.js";

/** The field of an interview that keeps its cause out of the plan. */
const OUT = "cause-taken-out";

/**
 * Show the cause that the debrief of the current interview names, where the plan says to work on it.
 *
 * @param {HTMLElement} root
 */
export function init(root) {
  redrawOnChange(() => show(root));
  onAction(root, (action, button) => {
    interviews.write(currentInterview() ?? "", OUT, action === "take-out" ? "yes" : "");
    saveNow();
    show(root);
    focusOther(button);
  });
  show(root);
}

/** @param {HTMLElement} root */
function show(root) {
  const interview = currentInterview() ?? "";
  const cause = mainCause(threadOf(interview, {}).rows);
  const isIn = interviews.read(interview, OUT) === "";
  const line = required(root, "[data-carried]", HTMLElement);
  const named = allOf(line, "[data-cause]").find((each) => each.dataset.cause === cause);
  for (const each of allOf(line, "[data-cause]")) each.hidden = each !== named || !isIn;
  line.hidden = !named;
  showCarriedLine(line, named?.querySelector("strong")?.textContent ?? "", isIn);
}
