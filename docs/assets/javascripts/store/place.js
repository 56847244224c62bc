/**
 * Where answers are kept: in this browser, or, on a computer that others use too, in this tab alone.
 *
 * The switch is a mark in localStorage, which every tab of this browser reads at each use: new tabs
 * and pages that come back from the browser's cache follow it. The mark names the visit, and each tab
 * notes in sessionStorage which visit its answers belong to. Browsers bring sessionStorage back with a
 * tab that is reopened or a session that is restored, Firefox even after it was emptied. What it holds
 * of a visit that has ended is deleted before anyone sees it.
 */

/** @typedef {"same" | "joined" | "left" | "ended"} News What became of the visit in other tabs. */

const ON = "on:";
const OFF = "off:";
/** The note of a tab that keeps to itself without the mark: localStorage had no room for it. */
const ALONE = "yes";

export class Place {
  #local;
  #session;
  #root;
  #looks;
  #name;

  /**
   * @param {Storage | null} local Kept until someone clears it; null when the browser blocks it.
   * @param {Storage | null} session Kept for this tab.
   * @param {string} root What the names of all that is ours begin with.
   * @param {string} looks What the names begin with under which the looks of this site are kept: light or dark.
   */
  constructor(local, session, root, looks) {
    this.#local = local;
    this.#session = session;
    this.#root = root;
    this.#looks = looks;
    this.#name = `${root}shared`;
  }

  /** @returns {Storage | null} Where answers go now; null when this browser offers no such place. */
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

  /** @returns {string} The visit that the mark names; "" when there is none. */
  get visit() {
    return this.#mark.replace(/^(?:on|off):/, "");
  }

  /** @returns {string} The visit, which begins if there is none; "" when it cannot be marked. */
  beginVisit() {
    if (!this.visit) put(this.#local, this.#name, OFF + newVisit());
    return this.visit;
  }

  /** What tabs remember of this visit counts no more, unless they keep their answers to themselves. */
  endVisit() {
    if (!this.#isOn) this.#local?.removeItem(this.#name);
  }

  /**
   * Turn the switch. Whoever asks moves the answers.
   *
   * @param {boolean} shared
   * @returns {boolean} False when this browser has no room for the mark: everything stays as it is.
   */
  turn(shared) {
    return shared ? this.#turnOn() : this.#turnOff();
  }

  /**
   * Follow what other tabs did with the switch, or what happened while this page or tab was away.
   *
   * @returns {News} "joined": others turned the switch on. "left": they turned it off, and what this tab
   *   holds should follow. "ended": the visit is over, and this tab has deleted what it held.
   */
  settle() {
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
      for (const start of [this.#root, this.#looks]) deleteAll(area, start);
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

  /** @returns {News} */
  #leaveEnded() {
    deleteAll(this.#session, this.#root);
    if (this.#isOn) this.#join();
    return "ended";
  }

  /** @returns {string | null} What this tab has noted of its visit. */
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

/** @returns {string} A name that no other visit has by chance. */
function newVisit() {
  return crypto.getRandomValues(new Uint32Array(3)).join("-");
}

/**
 * @param {Storage | null} area
 * @param {string} start
 * @returns {string[]} The names in it that begin so.
 */
export function namesIn(area, start) {
  return Object.keys(area ?? {}).filter((name) => name.startsWith(start));
}

/**
 * @param {Storage | null} area
 * @param {string} start
 */
function deleteAll(area, start) {
  for (const name of namesIn(area, start)) area?.removeItem(name);
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
