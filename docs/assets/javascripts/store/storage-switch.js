/**
 * Decides where answers are kept: in this browser or, on a shared computer, in this tab alone.
 *
 * The switch is a mark in localStorage, which every tab of this browser reads at each use, so new tabs and pages
 * restored from the back/forward cache follow it. The mark names the visit, and each tab notes in sessionStorage which
 * visit its answers belong to. Browsers restore sessionStorage with a reopened tab or session, Firefox even after it
 * was emptied. Answers of a visit that has ended are deleted from it before anyone sees them.
 */

/** @typedef {"same" | "joined" | "left" | "ended"} VisitChange What happened to the visit in other tabs. */

const ON = "on:";
const OFF = "off:";
/** The note of a tab that keeps its answers to itself although localStorage had no room for the mark. */
const ALONE = "yes";

export class StorageSwitch {
  #local;
  #session;
  #root;
  #appearance;
  #name;

  /**
   * @param {Storage | null} local Kept until someone clears it; null if the browser blocks it.
   * @param {Storage | null} session Kept for this tab; null if the browser blocks it.
   * @param {string} root Prefix of all our keys.
   * @param {string} appearance Prefix of the keys for the site's appearance: light or dark.
   */
  constructor(local, session, root, appearance) {
    this.#local = local;
    this.#session = session;
    this.#root = root;
    this.#appearance = appearance;
    this.#name = `${root}shared`;
  }

  /** @returns {Storage | null} Where answers go now; null if this browser offers no such storage. */
  get area() {
    return this.shared ? this.#session : this.#local;
  }

  /** @returns {boolean} Whether this tab keeps its answers to itself. */
  get shared() {
    return this.#isOn || this.#note === ALONE;
  }

  /** @returns {Storage | null} Where answers would go if the switch were turned. */
  get other() {
    return this.shared ? this.#local : this.#session;
  }

  /** @returns {string} The visit that the mark names; "" if there is none. */
  get visit() {
    return this.#mark.replace(/^(?:on|off):/, "");
  }

  /** @returns {string} The current visit, or a new one if there is none; "" if it cannot be marked. */
  beginVisit() {
    if (!this.visit) put(this.#local, this.#name, OFF + newVisit());
    return this.visit;
  }

  /** End the visit, unless tabs keep their answers to themselves: whatever tabs remember of it no longer counts. */
  endVisit() {
    if (!this.#isOn) this.#local?.removeItem(this.#name);
  }

  /**
   * Turn the switch. The caller moves the answers.
   *
   * @param {boolean} shared
   * @returns {boolean} False if this browser has no room for the mark: everything stays as it is.
   */
  turn(shared) {
    return shared ? this.#turnOn() : this.#turnOff();
  }

  /**
   * Catch up with what other tabs did with the switch, also while this page or tab was away.
   *
   * @returns {VisitChange} "joined": others turned the switch on. "left": they turned it off, and the answers in this tab
   *   should move back. "ended": the visit is over, and this tab has deleted its answers.
   */
  catchUp() {
    const note = this.#note;
    if (note === ALONE || !this.#local) return "same";
    if (note === null) return this.#isOn && this.#join() ? "joined" : "same";
    if (note !== this.visit) return this.#leaveEnded();
    if (this.#isOn) return "same";
    this.#session?.removeItem(this.#name);
    return "left";
  }

  /** Delete everything of this site, in this browser and in this tab. Other tabs follow. */
  end() {
    for (const area of [this.#local, this.#session])
      for (const prefix of [this.#root, this.#appearance]) deleteAll(area, prefix);
  }

  /**
   * @param {StorageEvent} event
   * @returns {boolean} Whether another tab has turned the switch or ended the visit.
   */
  concerns(event) {
    return event.storageArea === this.#local && event.key === this.#name;
  }

  #turnOn() {
    const visit = this.visit || newVisit();
    if (!put(this.#session, this.#name, visit)) return false;
    return put(this.#local, this.#name, ON + visit) || put(this.#session, this.#name, ALONE);
  }

  #turnOff() {
    const { visit } = this;
    if (visit && !put(this.#local, this.#name, OFF + visit)) return false;
    this.#session?.removeItem(this.#name);
    return true;
  }

  #join() {
    return put(this.#session, this.#name, this.visit);
  }

  /** @returns {VisitChange} */
  #leaveEnded() {
    deleteAll(this.#session, this.#root);
    if (this.#isOn) this.#join();
    return "ended";
  }

  /** @returns {string | null} The visit that this tab has noted. */
  get #note() {
    return this.#session?.getItem(this.#name) ?? null;
  }

  get #mark() {
    return this.#local?.getItem(this.#name) ?? "";
  }

  get #isOn() {
    return this.#mark.startsWith(ON);
  }
}

/** @returns {string} A random name, unique to this visit. */
function newVisit() {
  return crypto.getRandomValues(new Uint32Array(3)).join("-");
}

/**
 * @param {Storage | null} area
 * @param {string} prefix
 * @returns {string[]} The names in it with this prefix.
 */
export function keysIn(area, prefix) {
  return Object.keys(area ?? {}).filter((name) => name.startsWith(prefix));
}

/**
 * @param {Storage | null} area
 * @param {string} prefix
 */
function deleteAll(area, prefix) {
  for (const name of keysIn(area, prefix)) area?.removeItem(name);
}

/**
 * @param {Storage | null} area
 * @param {string} name
 * @param {string} text
 * @returns {boolean} Whether it is there now.
 */
function put(area, name, text) {
  try {
    area?.setItem(name, text);
    return area !== null;
  } catch {
    return false;
  }
}
