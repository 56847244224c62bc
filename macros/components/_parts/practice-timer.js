import { allOf, onAction, required } from "#page/elements.js";
import { minutesAndSeconds } from "#text/dates.js";

/** In milliseconds: how often the display is updated. */
const TICK = 200;

/**
 * A timer for an answer spoken out loud. It makes no sound; its signals are visible, and announced politely.
 *
 * @param {HTMLElement} root
 */
export function init(root) {
  const timer = new PracticeTimer(root);
  onAction(root, (action) => timer.act(action));
  timer.show();
  required(root, "[data-tools]", HTMLElement).hidden = false;
}

/**
 * Time comes from a monotonic clock, which ignores changes of the system's time. On most systems it stops while the
 * device sleeps. So the screen stays on while the timer runs, and its signals can be seen.
 */
class PracticeTimer {
  /** In milliseconds: the time counted up to the last stop. */
  #counted = 0;
  /** @type {number | null} The moment of the last start; null while stopped. */
  #started = null;
  #interval = 0;
  /** @type {WakeLockSentinel | null} What keeps the screen on. */
  #wakeLock = null;

  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.time = required(root, "[data-time]", HTMLElement);
    this.status = required(root, "[data-status]", HTMLElement);
    this.startButton = required(root, "[data-action='timer-start']", HTMLButtonElement);
    this.stopButton = required(root, "[data-action='timer-stop']", HTMLButtonElement);
    this.signals = allOf(root, "[data-signal]");
    // A page that is hidden loses its wake lock.
    document.addEventListener("visibilitychange", () => this.keepAwake());
  }

  /** @param {string} action */
  act(action) {
    if (action === "timer-start") this.start();
    if (action === "timer-stop") this.stop();
    if (action === "timer-reset") this.reset();
  }

  start() {
    this.#started = performance.now();
    this.#interval = setInterval(() => this.show(), TICK);
    this.show();
    this.stopButton.focus();
    this.keepAwake();
  }

  stop() {
    const isFocused = document.activeElement === this.stopButton;
    this.#counted = this.#elapsed();
    this.#started = null;
    clearInterval(this.#interval);
    this.#wakeLock?.release();
    this.show();
    if (isFocused) this.startButton.focus();
  }

  /** Keep the screen on while the timer runs, if the browser can. */
  async keepAwake() {
    if (this.#started === null || document.hidden) return;
    this.#wakeLock?.release();
    try {
      this.#wakeLock = await navigator.wakeLock.request("screen");
    } catch {
      // An old browser, or one that saves power.
    }
    if (this.#started === null) this.#wakeLock?.release();
  }

  reset() {
    this.stop();
    this.#counted = 0;
    this.show();
  }

  /** Show the time and the last signal that is due. */
  show() {
    const seconds = Math.floor(this.#elapsed() / 1000);
    this.time.textContent = minutesAndSeconds(seconds);
    this.root.dispatchEvent(new CustomEvent("practice-time", { bubbles: true, detail: seconds }));
    this.startButton.hidden = this.#started !== null;
    this.stopButton.hidden = this.#started === null;
    const due = this.signals.filter(({ dataset }) => seconds >= Number(dataset.signal));
    for (const signal of this.signals) signal.toggleAttribute("data-due", due.includes(signal));
    const words = due.at(-1)?.textContent.trim() ?? "";
    // Setting the same words would announce them again.
    if (this.status.textContent !== words) this.status.textContent = words;
  }

  /** In milliseconds. */
  #elapsed() {
    return this.#counted + (this.#started === null ? 0 : performance.now() - this.#started);
  }
}
