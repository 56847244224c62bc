/**
 * What a visitor ticks and writes, kept in this browser.
 *
 * Each answer is one entry of localStorage, under a key that carries our name, the site's base path
 * and the version of the format:
 *
 *     second-impression:/repo/:1:rejection-audit--company-news  →  {"value":"yes","at":1795305600000}
 *
 * One entry an answer, because browsers have no lock on localStorage: with one big record, two tabs
 * that save at the same time would overwrite each other's work. Other keys of the origin belong to
 * other sites and are never read or written.
 */

/**
 * @typedef {object} Entry
 * @property {string} value What was answered: "" for nothing, "ticked", "yes", "no", "unsure", or a text.
 * @property {number} at When, in milliseconds since 1970, and always later than the entry it replaces.
 */

/** @typedef {"blocked" | "full" | "set-aside"} Problem */
/** @typedef {(id: string | null) => void} ChangeListener Called with an id, or null when anything may have changed. */
/** @typedef {(problem: Problem | null) => void} ProblemListener */

const VERSION = 1;

export class Store {
  /** @type {Map<string, Entry>} Answers that could not be saved: they hold for this visit. */
  #unsaved = new Map();
  /** @type {Set<ChangeListener>} */
  #changeListeners = new Set();
  /** @type {Set<ProblemListener>} */
  #problemListeners = new Set();
  /** @type {Problem | null} */
  #problem = null;
  #storage;
  #root;
  #prefix;

  /**
   * @param {Storage | null} storage Where to save; null when the browser blocks it.
   * @param {string} base Path of the site on its host, such as "/repo/".
   */
  constructor(storage, base) {
    this.#storage = storage;
    this.#root = `second-impression:${base}:`;
    this.#prefix = `${this.#root}${VERSION}:`;
    if (!storage) this.#report("blocked");
  }

  /**
   * @param {string} id
   * @returns {string} The saved value, or "" when there is none.
   */
  read(id) {
    return this.#entry(id)?.value ?? "";
  }

  /**
   * Save a value and tell every listener of this tab; other tabs hear of it from the browser.
   *
   * @param {string} id
   * @param {string} value
   */
  write(id, value) {
    const before = this.#entry(id);
    // A clock that was set back must not make a new answer look older than the one it replaces.
    this.#unsaved.set(id, { value, at: Math.max(Date.now(), (before?.at ?? 0) + 1) });
    this.#saveUnsaved();
    this.#tell(id);
  }

  /** @param {ChangeListener} listener */
  onChange(listener) {
    this.#changeListeners.add(listener);
  }

  /** @param {ProblemListener} listener Called now with the problem there is, and whenever it changes. */
  onProblem(listener) {
    this.#problemListeners.add(listener);
    listener(this.#problem);
  }

  /**
   * Another tab changed the storage.
   *
   * @param {StorageEvent} event
   */
  follow(event) {
    if (event.storageArea !== this.#storage) return;
    if (event.key === null) this.#tell(null);
    else if (event.key.startsWith(this.#prefix)) this.#tell(event.key.slice(this.#prefix.length));
  }

  /**
   * @param {string} id
   * @returns {Entry | null}
   */
  #entry(id) {
    const unsaved = this.#unsaved.get(id);
    if (unsaved || !this.#storage) return unsaved ?? null;
    const saved = this.#storage.getItem(this.#prefix + id);
    if (saved === null) return null;
    return parseEntry(saved) ?? this.#setAside(id, saved);
  }

  /** Try everything that is not saved yet: room may have been made since. */
  #saveUnsaved() {
    if (!this.#storage) return;
    try {
      for (const [id, entry] of this.#unsaved) {
        this.#storage.setItem(this.#prefix + id, JSON.stringify(entry));
        this.#unsaved.delete(id);
      }
      if (this.#problem === "full") this.#report(null);
    } catch {
      this.#report("full");
    }
  }

  /**
   * Move an entry that cannot be read out of the way, so that nothing saves over it.
   *
   * @param {string} id
   * @param {string} saved
   * @returns {null}
   */
  #setAside(id, saved) {
    try {
      this.#storage?.setItem(`${this.#root}aside:${Date.now()}:${id}`, saved);
      this.#storage?.removeItem(this.#prefix + id);
    } catch {
      // No room for the copy: it stays where it is until there is some.
    }
    this.#report("set-aside");
    return null;
  }

  /** @param {string | null} id */
  #tell(id) {
    for (const listener of this.#changeListeners) listener(id);
  }

  /** @param {Problem | null} problem */
  #report(problem) {
    if (problem === this.#problem) return;
    this.#problem = problem;
    for (const listener of this.#problemListeners) listener(problem);
  }
}

/**
 * @param {string} saved
 * @returns {Entry | null} Null when it is not an entry.
 */
function parseEntry(saved) {
  try {
    const { value, at } = JSON.parse(saved);
    return typeof value === "string" && Number.isFinite(at) ? { value, at } : null;
  } catch {
    return null;
  }
}

/** @returns {Storage | null} Null when the browser blocks it: reading the property alone may throw. */
function openStorage() {
  try {
    const storage = window.localStorage;
    storage.getItem("second-impression");
    return storage;
  } catch {
    return null;
  }
}

/** The site's base path: this file lies at assets/javascripts/lib/ below it. */
const base = new URL("../../../", import.meta.url).pathname;

export const store = new Store(openStorage(), base);

window.addEventListener("storage", (event) => store.follow(event));
