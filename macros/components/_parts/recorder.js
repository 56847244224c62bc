import { onAction, required } from "#page/elements.js";
import { today } from "#text/dates.js";

/** @typedef {"idle" | "asking" | "recording" | "recorded" | "denied" | "missing" | "discarded"} State */

/** The event that hands over a recording to be saved as a file. */
const FILE = "recorded-file";

/**
 * Records the reader's voice when they ask for it. The recording stays in the memory of this page: it can be played,
 * saved as a file or discarded, and is gone when the reader leaves the page.
 *
 * @param {HTMLElement} root
 */
export function init(root) {
  const recorder = new Recorder(root);
  onAction(root, (action) => recorder.act(action));
  window.addEventListener("pagehide", () => recorder.leave());
  recorder.show("idle");
  required(root, "[data-tools]", HTMLElement).hidden = false;
}

class Recorder {
  /** @type {State} */
  #state = "idle";
  /** @type {MediaRecorder | null} Set while recording. */
  #running = null;
  /** @type {Blob | null} */
  #recording = null;

  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.audio = required(root, "audio", HTMLAudioElement);
    this.status = required(root, "[data-status]", HTMLElement);
    this.recordButton = required(root, "[data-action='record']", HTMLButtonElement);
    this.stopButton = required(root, "[data-action='record-stop']", HTMLButtonElement);
    this.kept = required(root, "[data-kept-recording]", HTMLElement);
  }

  /** @param {string} action */
  act(action) {
    if (action === "record") this.record();
    if (action === "record-stop") this.#running?.stop();
    if (action === "play") this.audio.play();
    if (action === "download") this.download();
    if (action === "discard") this.discard();
  }

  async record() {
    if (this.#isAsking()) return;
    this.forget();
    this.show("asking");
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      // A reader who has left the page meanwhile is not recorded.
      if (this.#isAsking()) this.start(stream);
      else stopTracks(stream);
    } catch (error) {
      this.show(error instanceof DOMException && error.name === "NotAllowedError" ? "denied" : "missing");
    }
  }

  #isAsking() {
    return this.#state === "asking";
  }

  /**
   * @param {MediaStream} stream
   * @throws {Error} When the browser has a microphone but cannot record.
   */
  start(stream) {
    try {
      this.#running = new MediaRecorder(stream);
    } catch (error) {
      stopTracks(stream);
      throw error;
    }
    this.#running.addEventListener("dataavailable", ({ data }) => this.keep(data));
    this.#running.addEventListener("stop", () => stopTracks(stream));
    this.#running.start();
    this.show("recording");
    this.stopButton.focus();
  }

  /** @param {Blob} recording All of it, once the reader has stopped or the microphone is gone. */
  keep(recording) {
    this.#running = null;
    if (this.#state !== "recording") return;
    // Stopped at once, it is empty.
    if (recording.size === 0) return this.discard();
    this.#recording = recording;
    this.audio.src = URL.createObjectURL(recording);
    const isFocused = document.activeElement === this.stopButton;
    this.show("recorded");
    if (isFocused) this.recordButton.focus();
  }

  download() {
    if (!this.#recording) return;
    const { type } = this.#recording;
    // "audio/webm;codecs=opus" becomes a .webm file.
    const ending = type.replace(/^.*\/|;.*$/g, "");
    const detail = { name: `${this.root.dataset.file}-${today()}.${ending}`, content: this.#recording, type };
    this.root.dispatchEvent(new CustomEvent(FILE, { bubbles: true, detail }));
  }

  discard() {
    this.forget();
    this.show("discarded");
    this.recordButton.focus();
  }

  /** Keep nothing of it, not even for a reader who comes back to this page. */
  leave() {
    this.show("idle");
    if (this.#running) stopTracks(this.#running.stream);
    this.forget();
  }

  forget() {
    if (this.audio.src) URL.revokeObjectURL(this.audio.src);
    this.audio.removeAttribute("src");
    this.audio.load();
    this.#recording = null;
  }

  /** @param {State} state */
  show(state) {
    this.#state = state;
    this.root.dataset.state = state;
    this.status.textContent = this.status.dataset[state] ?? "";
    this.recordButton.hidden = state === "recording";
    this.stopButton.hidden = state !== "recording";
    this.kept.hidden = state !== "recorded";
  }
}

/** @param {MediaStream} stream Once stopped, the browser no longer shows that the microphone is on. */
function stopTracks(stream) {
  for (const track of stream.getTracks()) track.stop();
}
