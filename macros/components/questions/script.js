import { allOf, onAction, required } from "#page/elements.js";

/**
 * Folds every answer away under its question. It opens when the question is pressed or in the address, and when the
 * browser's search finds a word in it.
 *
 * @param {HTMLElement} root
 */
export function init(root) {
  const answers = new Map(allOf(root, ".answer").map((answer) => [answer, toggleOf(answer)]));
  const all = required(root, "[data-action='all']", HTMLButtonElement);
  const allOpen = () => [...answers.keys()].every(isOpen);

  const show = () => {
    for (const [answer, toggle] of answers) toggle.ariaExpanded = String(isOpen(answer));
    all.textContent = (allOpen() ? all.dataset.close : all.dataset.open) ?? "";
  };
  /** @param {HTMLElement} pressed */
  const press = (pressed) => {
    const open = !allOpen();
    for (const [answer, toggle] of answers) {
      if (pressed === all) fold(answer, open);
      else if (pressed === toggle) fold(answer, !isOpen(answer));
    }
    show();
  };
  const openAddressed = () => {
    const heading = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (const answer of answers.keys()) if (questionOf(answer) === heading) fold(answer, true);
    show();
  };

  for (const answer of answers.keys()) {
    fold(answer, false);
    answer.addEventListener("beforematch", () => requestAnimationFrame(show)); // the browser opens it afterwards
  }
  onAction(root, (_action, button) => press(button));
  window.addEventListener("hashchange", openAddressed);
  openAddressed();
  all.hidden = false;
}

/** @param {HTMLElement} answer */
function questionOf(answer) {
  return answer.previousElementSibling;
}

/**
 * Turn the words of a question into a button: a screen reader still finds the heading around it.
 *
 * @param {HTMLElement} answer
 */
function toggleOf(answer) {
  const question = questionOf(answer);
  const toggle = document.createElement("button");
  toggle.type = "button";
  toggle.className = "questions__toggle";
  toggle.dataset.action = "one";
  toggle.setAttribute("aria-controls", answer.id);
  toggle.append(...(question?.childNodes ?? []));
  question?.append(toggle);
  return toggle;
}

/** @param {HTMLElement} answer */
function isOpen(answer) {
  return !answer.hasAttribute("hidden");
}

/**
 * @param {HTMLElement} answer
 * @param {boolean} open If not, it is hidden from all but the browser's own search.
 */
function fold(answer, open) {
  if (open) answer.removeAttribute("hidden");
  else answer.setAttribute("hidden", "until-found");
}
