/**
 * The answers that readers tick and write, kept in this browser and nowhere else.
 *
 * Each answer is an entry of its own, because localStorage has no lock: with one big record, two tabs that save at the
 * same time would overwrite each other's work. The page also remembers whatever it has read or written, so that nothing
 * is lost while storage is blocked, full or emptied underneath it. If memory and storage differ, the later entry wins
 * and is saved again.
 *
 * Other keys of the origin belong to other sites and are never read or changed.
 */

import { END_OF_TIME, isShort, migrations, newest, parseEntry, VERSION } from "./entries.js";
import { base } from "./site.js";
import { keysIn, StorageSwitch } from "./storage-switch.js";

/** @typedef {import("./entries.js").Entry} Entry */
/** @typedef {"blocked" | "full" | "set-aside" | "newer" | "emptied"} Problem */
/** @typedef {ReadonlySet<string> | null} Changed The ids that changed; null if anything may have changed. */
/** @typedef {(changed: Changed) => void} ChangeListener */
/** @typedef {(problems: ReadonlySet<Problem>) => void} ProblemListener */

/** Prefix of the key of an entry that could not be read. */
export const ASIDE = "aside:";
/** Matches keys, after our name and the base path, that are not answers of this version. */
const LEFTOVER = /^(?:aside|\d+):/;
/** Matches entries that version 1 kept among the answers to undo "Start over". Nobody misses them. */
const OLD_UNDO = /^aside:\d+:undo:/;

export class Store {
  /** @type {Map<string, Entry>} Every answer that this page has read or written. */
  #known = new Map();
  /** Whether every stored answer is known. */
  #knowsAll = false;
  /** @type {Set<string>} Ids of answers that are not in storage yet. */
  #unsaved = new Set();
  /** @type {string | null} Id of an answer that storage must have: if it is gone, storage was emptied. */
  #saved = null;
  /** @type {Set<string> | null} Ids that changed in the current batch. */
  #batch = null;
  /** @type {Set<ChangeListener>} */
  #changeListeners = new Set();
  /** @type {Set<Problem>} */
  #problems = new Set();
  /** @type {Set<ProblemListener>} */
  #problemListeners = new Set();
  /** @type {Set<(news: null) => void>} */
  #endListeners = new Set();
  /** @type {Storage | null} Where answers go; looked up again before each change. */
  #area = null;
  #switch;
  #root;
  #prefix;

  /**
   * @param {Storage | null} local Kept until someone clears it; null if the browser blocks it.
   * @param {Storage | null} session Kept for this tab; null if the browser blocks it.
   * @param {string} base Path of the site on its host, such as "/repo/".
   */
  constructor(local, session, base) {
    this.#root = `second-impression:${base}:`;
    this.#prefix = `${this.#root}${VERSION}:`;
    this.#switch = new StorageSwitch(local, session, this.#root, `${base}.`);
    this.#settle();
    this.#migrate();
  }

  /**
   * @param {string} id
   * @returns {string} The saved value; "" if there is none.
   */
  read(id) {
    return this.entry(id)?.value ?? "";
  }

  /**
   * @param {string} id
   * @returns {Entry | null}
   */
  entry(id) {
    return this.#known.get(id) ?? (this.#knowsAll ? null : this.#learn(id));
  }

  /** @returns {ReadonlyMap<string, Entry>} All answers, by id. */
  entries() {
    if (!this.#knowsAll) for (const id of this.#storedIds()) this.entry(id);
    this.#knowsAll = true;
    return this.#known;
  }

  /**
   * Save a new value.
   *
   * @param {string} id
   * @param {string} value
   * @returns {boolean} False if it is too long: the earlier value stays.
   */
  write(id, value) {
    if (!isShort(value)) return false;
    this.check();
    // If the clock was set back, a new answer must still not look older than the one it replaces.
    const at = Math.max(Date.now(), (this.#learn(id)?.at ?? 0) + 1);
    this.#put([[id, { value, at: Math.min(at, END_OF_TIME) }]]);
    return true;
  }

  /**
   * Take over entries with their own times, from a copy or an earlier id. Later entries stay, and entries that are too
   * long are left out.
   *
   * @param {Iterable<[string, Entry]>} entries
   */
  merge(entries) {
    this.check();
    this.#put(
      [...entries].filter(([id, entry]) => isShort(entry.value) && newest(entry, this.#learn(id)) === entry),
    );
  }

  /**
   * Move an answer to its new id.
   *
   * @param {string} from
   * @param {string} to
   */
  rename(from, to) {
    const entry = this.entry(from);
    if (!entry) return;
    this.merge([[to, entry]]);
    if (!this.#unsaved.has(to)) this.remove([from]);
  }

  /**
   * Delete answers. The caller must have prepared an undo.
   *
   * @param {Iterable<string>} ids
   */
  remove(ids) {
    this.check();
    const removed = new Set(ids);
    for (const id of removed) {
      this.#forget(id);
      this.#area?.removeItem(this.#prefix + id);
    }
    this.#notify(removed);
  }

  /**
   * Change many answers and notify listeners once.
   *
   * @param {() => void | Promise<void>} change
   * @returns {Promise<void>} Fulfilled when it is done. Synchronous changes are done when this returns.
   */
  async batch(change) {
    if (this.#batch) return change();
    this.#batch = new Set();
    try {
      const done = change();
      if (done) await done;
    } finally {
      const changed = this.#batch;
      this.#batch = null;
      this.#notify(changed);
    }
  }

  /**
   * @returns {Map<string, string>} Our entries that are not answers of this version: "aside:…" could not be
   *   read, "1:…" is of an older version and had no room yet, "3:…" is of a newer one.
   */
  leftovers() {
    return this.#leftoversIn(this.#area);
  }

  /** @returns {[name: string, saved: string][]} Entries that could not be read and that a reader may miss. */
  setAside() {
    return [...this.leftovers()].filter(([name]) => isMissed(name));
  }

  /**
   * @param {Iterable<[string, string]>} named What `leftovers` returned, here or elsewhere. If a name is taken, both
   *   entries are kept.
   * @returns {boolean} Whether there was room for all of it.
   */
  putLeftovers(named) {
    try {
      for (const [name, saved] of named) this.#area?.setItem(this.#freeKey(this.#root + name, saved), saved);
      return true;
    } catch {
      this.#report("full", true);
      return false;
    } finally {
      this.#reportLeftovers();
    }
  }

  /**
   * Delete leftovers. The caller must have prepared an undo.
   *
   * @param {Iterable<string>} names
   */
  removeLeftovers(names) {
    for (const name of names) this.#area?.removeItem(this.#root + name);
    this.#reportLeftovers();
  }

  /** @returns {boolean} Whether some answers had no room: they will be lost with the page. */
  get isFull() {
    return this.#area !== null && this.#unsaved.size > 0;
  }

  /** @returns {boolean} Whether this tab keeps everything to itself, as on a shared computer. */
  get shared() {
    return this.#switch.shared;
  }

  /** @param {boolean} shared All answers move along. */
  set shared(shared) {
    if (shared === this.shared) return;
    const entries = new Map(this.entries());
    const leftovers = this.leftovers();
    const left = this.#area;
    if (this.#switch.turn(shared)) {
      this.#area = this.#switch.area;
      this.#moveIn(entries, leftovers, left);
    } else this.#report("full", true);
  }

  /**
   * Delete everything of ours in this browser, with no undo. Other tabs delete their answers as soon as they are
   * notified or shown again.
   */
  end() {
    this.#switch.end();
    this.#area = this.#switch.area;
    this.#forgetAll();
    this.#followEnd();
  }

  /** @returns {string} The visit. An undo belongs to one, and ends with it. */
  get visit() {
    return this.#switch.visit;
  }

  beginVisit() {
    return this.#switch.beginVisit();
  }

  endVisit() {
    this.#switch.endVisit();
  }

  /** @param {ChangeListener} listener Called once for all changes made together. */
  onChange(listener) {
    this.#changeListeners.add(listener);
  }

  /** @param {ProblemListener} listener Called now with the current problems, and whenever they change. */
  onProblem(listener) {
    this.#problemListeners.add(listener);
    listener(this.#problems);
  }

  /** @param {() => void} listener Called when everything has been deleted for good, here or in another tab. */
  onEnd(listener) {
    this.#endListeners.add(listener);
  }

  /**
   * Follow a change that another tab made. If it overwrote a later entry, the later one is saved again.
   *
   * @param {StorageEvent} event
   */
  follow(event) {
    if (this.#switch.concerns(event)) return this.readAgain();
    if (event.storageArea !== this.#area) return;
    // Entries that are back in storage prove nothing: another tab may have noticed first and saved them.
    if (event.key === null) return this.#followEmptied(true);
    if (!event.key.startsWith(this.#prefix)) return;
    const id = event.key.slice(this.#prefix.length);
    const known = this.#known.get(id);
    if (event.newValue === null) this.#forget(id);
    else if (this.#learn(id) === known && known) this.#saveAgain([id]);
    this.#notify(new Set([id]));
  }

  /**
   * Check that storage is as this page knows it. Another tab may have turned the switch. If the browser or another site
   * has emptied the storage, everything that this page knows is saved again.
   */
  check() {
    this.#followEmptied(this.#area?.getItem(this.#prefix + this.#saved) === null);
  }

  /** @param {boolean} isEmptied Whether a saved entry is gone. */
  #followEmptied(isEmptied) {
    if (this.#switch.area !== this.#area) return this.readAgain();
    if (this.#saved === null || !isEmptied) return;
    this.#saved = null;
    this.#report("emptied", true);
    this.#saveAgain(this.#known.keys());
    this.#notify(null);
  }

  /** Read everything again after the back/forward cache, where the page missed all changes: storage wins. */
  readAgain() {
    this.#saved = null;
    for (const id of [...this.#known.keys()]) if (!this.#unsaved.has(id)) this.#forget(id);
    this.#knowsAll = false;
    this.#settle();
    this.#notify(null);
  }

  /**
   * Show everything again. A browser that goes back to a page restores the old state of its boxes, but storage wins.
   */
  showAgain() {
    this.#notify(null);
  }

  /** Catch up with changes to the switch made in other tabs, or while this one was closed. */
  #settle() {
    const left = this.#area;
    const news = this.#switch.catchUp();
    this.#area = this.#switch.area;
    if (news === "left") this.#moveBack();
    if (news === "ended") {
      this.#forgetAll();
      this.#followEnd();
    }
    if (this.#area !== left) this.#saveAgain([]);
    this.#report("blocked", this.#area === null);
    this.#reportLeftovers();
  }

  /** Move this tab's answers back into the browser: the switch was turned off in another tab. */
  #moveBack() {
    const held = this.#switch.other;
    const stored = keysIn(held, this.#prefix).map((key) => [
      key.slice(this.#prefix.length),
      parseEntry(held?.getItem(key) ?? ""),
    ]);
    const entries = /** @type {[string, Entry][]} */ (stored.filter(([, entry]) => entry));
    this.#moveIn(new Map(entries), this.#leftoversIn(held), held);
  }

  /**
   * @param {Storage | null} area
   * @returns {Map<string, string>}
   */
  #leftoversIn(area) {
    return new Map(
      keysIn(area, this.#root)
        .filter((key) => LEFTOVER.test(key.slice(this.#root.length)) && !key.startsWith(this.#prefix))
        .map((key) => [key.slice(this.#root.length), area?.getItem(key) ?? ""]),
    );
  }

  /**
   * Move answers to the current storage.
   *
   * @param {ReadonlyMap<string, Entry>} entries
   * @param {Map<string, string>} leftovers
   * @param {Storage | null} left Where they were. They are deleted there once all of them are in their new place.
   */
  #moveIn(entries, leftovers, left) {
    this.#saved = null;
    this.#knowsAll = false;
    this.merge(entries);
    if (this.putLeftovers(leftovers) && this.#unsaved.size === 0) {
      for (const id of entries.keys()) left?.removeItem(this.#prefix + id);
      for (const name of leftovers.keys()) left?.removeItem(this.#root + name);
    }
    this.#notify(null);
  }

  /** @param {Iterable<[string, Entry]>} entries */
  #put(entries) {
    const ids = new Set();
    for (const [id, entry] of entries) {
      this.#known.set(id, entry);
      ids.add(id);
    }
    this.#saveAgain(ids);
    this.#notify(ids);
  }

  /**
   * Save these answers, and all that could not be saved before. The shortest go first: if there is no room for one,
   * there is none for any longer one.
   *
   * @param {Iterable<string>} ids
   */
  #saveAgain(ids) {
    for (const id of ids) this.#unsaved.add(id);
    const area = this.#area;
    if (!area) return;
    const length = (/** @type {string} */ id) => this.read(id).length;
    const waiting = [...this.#unsaved].sort((one, other) => length(one) - length(other));
    for (const id of waiting) if (!this.#save(id, area)) break;
    this.#report("full", this.#unsaved.size > 0);
  }

  /**
   * @param {string} id
   * @param {Storage} area
   * @returns {boolean} False if there is no room: it stays unsaved, and is tried again with the next change.
   */
  #save(id, area) {
    const key = this.#prefix + id;
    const before = area.getItem(key);
    if (before !== null && !parseEntry(before) && !this.#setAside(key, id, before)) return false;
    try {
      area.setItem(key, JSON.stringify(this.#known.get(id)));
    } catch {
      return false;
    }
    this.#unsaved.delete(id);
    this.#saved = id;
    return true;
  }

  /** @param {string} id */
  #forget(id) {
    this.#known.delete(id);
    this.#unsaved.delete(id);
    if (this.#saved === id) this.#saved = null;
  }

  #forgetAll() {
    this.#known.clear();
    this.#unsaved.clear();
    this.#saved = null;
    this.#problems.clear();
  }

  #followEnd() {
    callAll(this.#endListeners, null);
    callAll(this.#problemListeners, this.#problems);
    this.#notify(null);
  }

  /**
   * @param {string} id
   * @returns {Entry | null} The later of the entries in storage and in memory, which is known from now on.
   */
  #learn(id) {
    const stored = this.#stored(id);
    const entry = newest(stored, this.#known.get(id));
    if (entry) this.#known.set(id, entry);
    if (entry && entry === stored) this.#saved = id;
    return entry;
  }

  /**
   * @param {string} id
   * @returns {Entry | null}
   */
  #stored(id) {
    const saved = this.#area?.getItem(this.#prefix + id) ?? null;
    if (saved === null) return null;
    const entry = parseEntry(saved);
    if (!entry) this.#setAside(this.#prefix + id, id, saved);
    return entry;
  }

  /** @returns {string[]} */
  #storedIds() {
    return keysIn(this.#area, this.#prefix).map((key) => key.slice(this.#prefix.length));
  }

  /** Upgrade entries of older versions to this one. Those of newer versions are not touched. */
  #migrate() {
    for (const key of keysIn(this.#area, this.#root)) {
      const [, version, id] = /^(\d+):(.*)$/s.exec(key.slice(this.#root.length)) ?? [];
      if (Number(version) < VERSION) this.#migrateEntry(key, id, Number(version));
    }
    this.#reportLeftovers();
  }

  /**
   * @param {string} key
   * @param {string} oldId
   * @param {number} oldVersion
   */
  #migrateEntry(key, oldId, oldVersion) {
    const saved = this.#area?.getItem(key) ?? "";
    const entry = parseEntry(saved);
    /** @type {[string, Entry] | null} */
    let migrated = entry && [oldId, entry];
    for (let version = oldVersion; migrated && version < VERSION; version += 1) {
      migrated = migrations[version]?.(...migrated) ?? null;
    }
    if (migrated) {
      this.merge([migrated]);
      if (!this.#unsaved.has(migrated[0])) this.#area?.removeItem(key);
    } else {
      this.#setAside(key, oldId, saved);
    }
  }

  /**
   * Move an unreadable entry out of the way, so that nothing overwrites it.
   *
   * @param {string} key
   * @param {string} id
   * @param {string} saved
   * @returns {boolean} False if there is no room for it: it stays where it is until there is.
   */
  #setAside(key, id, saved) {
    try {
      this.#area?.setItem(this.#freeKey(`${this.#root}${ASIDE}${Date.now()}:${id}`, saved), saved);
      this.#area?.removeItem(key);
      this.#reportLeftovers();
      return true;
    } catch {
      this.#report("set-aside", true);
      return false;
    }
  }

  /** Report entries that are set aside or of a newer version, on every visit as long as they are there. */
  #reportLeftovers() {
    const names = [...this.leftovers().keys()];
    this.#report("set-aside", names.some(isMissed));
    this.#report(
      "newer",
      names.some((name) => Number.parseInt(name, 10) > VERSION),
    );
  }

  /**
   * @param {string} key
   * @param {string} saved
   * @returns {string} The key, or a similar one that is not taken by anything else.
   */
  #freeKey(key, saved) {
    const there = this.#area?.getItem(key) ?? saved;
    return there === saved ? key : this.#freeKey(`${key}+`, saved);
  }

  /** @param {Changed} changed */
  #notify(changed) {
    if (changed && this.#batch) for (const id of changed) this.#batch.add(id);
    else if (changed?.size !== 0) callAll(this.#changeListeners, changed);
  }

  /**
   * @param {Problem} problem
   * @param {boolean} holds
   */
  #report(problem, holds) {
    if (this.#problems.has(problem) === holds) return;
    if (holds) this.#problems.add(problem);
    else this.#problems.delete(problem);
    callAll(this.#problemListeners, this.#problems);
  }
}

/**
 * @param {string} name The name of a leftover.
 * @returns {boolean} Whether it could not be read, and a reader may miss it.
 */
function isMissed(name) {
  return name.startsWith(ASIDE) && !OLD_UNDO.test(name);
}

/**
 * Call all listeners, even if one fails.
 *
 * @template News
 * @param {Iterable<(news: News) => void>} listeners
 * @param {News} news
 */
function callAll(listeners, news) {
  for (const listener of listeners) {
    try {
      listener(news);
    } catch (error) {
      reportError(error);
    }
  }
}

/**
 * @param {"localStorage" | "sessionStorage"} name
 * @returns {Storage | null} Null if the browser blocks it: even reading the property may throw, or it may hold
 *   something else.
 */
function openStorage(name) {
  try {
    const storage = window[name];
    return storage instanceof Storage ? storage : null;
  } catch {
    return null;
  }
}

export const session = openStorage("sessionStorage");
export const store = new Store(openStorage("localStorage"), session, base);

window.addEventListener("storage", (event) => store.follow(event));
window.addEventListener("pageshow", ({ persisted }) => (persisted ? store.readAgain() : store.showAgain()));

// Firefox restores a page from memory with the sessionStorage of the moment when it was left, so answers that a later
// page moved into it would be missing. A page that listens to this event is reloaded instead.
if (CSS.supports("-moz-appearance", "none")) window.addEventListener("unload", () => {});
