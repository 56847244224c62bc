import { allOf, onAction, required } from "#page/elements.js";
import { clock } from "#text/clock.js";

/** In milliseconds: how often the time is shown. */
const TICK = 200;

/**
 * A timer for an answer spoken out loud. It makes no sound; its signals are seen, and read politely.
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
 * The time is taken from a clock that only goes forward, whatever happens to the date. On most systems it stands
 * still while the device sleeps. So the screen stays on while the timer runs: its signals are to be seen.
 */
class PracticeTimer {
  /** In milliseconds: what was counted until the last stop. */
  #counted = 0;
  /** @type {number | null} The moment of the last start; null while it stands still. */
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
    // A page that was out of sight has lost it.
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

  /** Where the browser can, and as long as the timer runs. */
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
    this.time.textContent = clock(seconds);
    this.root.dispatchEvent(new CustomEvent("practice-time", { bubbles: true, detail: seconds }));
    this.startButton.hidden = this.#started !== null;
    this.stopButton.hidden = this.#started === null;
    const due = this.signals.filter(({ dataset }) => seconds >= Number(dataset.signal));
    for (const signal of this.signals) signal.toggleAttribute("data-due", due.includes(signal));
    const words = due.at(-1)?.textContent.trim() ?? "";
    // The same words again would be read again.
    if (this.status.textContent !== words) this.status.textContent = words;
  }

  /** In milliseconds. */
  #elapsed() {
    return this.#counted + (this.#started === null ? 0 : performance.now() - this.#started);
  }
}
