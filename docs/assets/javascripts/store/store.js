/**
 * What a visitor ticks and writes, kept in this browser and nowhere else.
 *
 * Each answer is an entry of its own, because browsers have no lock on localStorage: with one big
 * record, two tabs that save at the same time would overwrite each other's work. Whatever this page
 * has read or written it also remembers, so that nothing is lost while storage is blocked, full or
 * emptied under it. Where memory and storage differ, the later entry counts and is saved again.
 *
 * Other keys of the origin belong to other sites and are never read or changed.
 */

import { END_OF_TIME, isShort, migrations, newest, parseEntry, VERSION } from "./entries.js";
import { namesIn, Place } from "./place.js";
import { base } from "./site.js";

/** @typedef {import("./entries.js").Entry} Entry */
/** @typedef {"blocked" | "full" | "set-aside" | "newer" | "emptied"} Problem */
/** @typedef {ReadonlySet<string> | null} Changed The ids of what changed; null when anything may have. */
/** @typedef {(changed: Changed) => void} ChangeListener */
/** @typedef {(problems: ReadonlySet<Problem>) => void} ProblemListener */

/** How the name of a leftover begins that could not be read. */
export const ASIDE = "aside:";
/** What begins like this, after our name and the base path, is no answer of this version. */
const LEFTOVER = /^(?:aside|\d+):/;
/** What version 1 kept for "Start over" among the answers. Nobody misses it. */
const OLD_WAY_BACK = /^aside:\d+:undo:/;

export class Store {
  /** @type {Map<string, Entry>} Every answer that this page has read or written. */
  #known = new Map();
  /** Whether every answer that is stored is known. */
  #knowsAll = false;
  /** @type {Set<string>} Ids of answers that storage does not have yet. */
  #unsaved = new Set();
  /** @type {string | null} Id of an answer that storage must have: if it is gone, storage was emptied. */
  #saved = null;
  /** @type {Set<string> | null} What changed in the batch that is going on. */
  #batch = null;
  /** @type {Set<ChangeListener>} */
  #changeListeners = new Set();
  /** @type {Set<Problem>} */
  #problems = new Set();
  /** @type {Set<ProblemListener>} */
  #problemListeners = new Set();
  /** @type {Set<(news: null) => void>} */
  #endListeners = new Set();
  /** @type {Storage | null} Where answers go; looked up anew before each change. */
  #area = null;
  #place;
  #root;
  #prefix;

  /**
   * @param {Storage | null} local Kept until someone clears it; null when the browser blocks it.
   * @param {Storage | null} session Kept for this tab.
   * @param {string} base Path of the site on its host, such as "/repo/".
   */
  constructor(local, session, base) {
    this.#root = `second-impression:${base}:`;
    this.#prefix = `${this.#root}${VERSION}:`;
    this.#place = new Place(local, session, this.#root, `${base}.`);
    this.#settle();
    this.#migrate();
  }

  /**
   * @param {string} id
   * @returns {string} The saved value, or "" when there is none.
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

  /** @returns {ReadonlyMap<string, Entry>} Every answer there is, by id. */
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
   * @returns {boolean} False when it is too long: what was saved before stays.
   */
  write(id, value) {
    if (!isShort(value)) return false;
    this.check();
    // A clock that was set back must not make a new answer look older than the one it replaces.
    const at = Math.max(Date.now(), (this.#learn(id)?.at ?? 0) + 1);
    this.#put([[id, { value, at: Math.min(at, END_OF_TIME) }]]);
    return true;
  }

  /**
   * Take over entries with their own moments, from a copy or from an older id. A later one stays, and
   * one that is too long is left out.
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
   * An answer's id has changed: what is saved under the old one follows.
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
   * Delete answers. The caller has made sure that there is a way back.
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
   * Change many answers and tell of it once.
   *
   * @param {() => void | Promise<void>} change
   * @returns {Promise<void>} Fulfilled when it is done. What a change does without waiting is done at once.
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
   * @returns {Map<string, string>} What is ours and no answer of this version: "aside:…" could not be
   *   read, "1:…" is of an older version and had no room yet, "3:…" is of a newer one.
   */
  leftovers() {
    return this.#leftoversIn(this.#area);
  }

  /** @returns {[name: string, saved: string][]} What could not be read, and a reader may miss. */
  setAside() {
    return [...this.leftovers()].filter(([name]) => isMissed(name));
  }

  /**
   * @param {Iterable<[string, string]>} named What `leftovers` returned, here or elsewhere. Of two with
   *   one name both are kept.
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
   * Delete leftovers. The caller has made sure that there is a way back.
   *
   * @param {Iterable<string>} names
   */
  removeLeftovers(names) {
    for (const name of names) this.#area?.removeItem(this.#root + name);
    this.#reportLeftovers();
  }

  /** @returns {boolean} Whether some answers had no room: they are gone with the page. */
  get isFull() {
    return this.#area !== null && this.#unsaved.size > 0;
  }

  /** @returns {boolean} Whether this tab keeps everything to itself, for a computer that others use too. */
  get shared() {
    return this.#place.shared;
  }

  /** @param {boolean} shared Everything moves along. */
  set shared(shared) {
    if (shared === this.shared) return;
    const entries = new Map(this.entries());
    const leftovers = this.leftovers();
    const left = this.#area;
    if (this.#place.turn(shared)) {
      this.#area = this.#place.area;
      this.#moveIn(entries, leftovers, left);
    } else this.#report("full", true);
  }

  /**
   * Leave nothing in this browser that is ours, with no way back. What other tabs hold goes as soon as
   * they hear of it, or are shown again.
   */
  end() {
    this.#place.end();
    this.#area = this.#place.area;
    this.#forgetAll();
    this.#followEnd();
  }

  /** @returns {string} The visit, which a way back belongs to: when it has ended, there is no way back. */
  get visit() {
    return this.#place.visit;
  }

  beginVisit() {
    return this.#place.beginVisit();
  }

  endVisit() {
    this.#place.endVisit();
  }

  /** @param {ChangeListener} listener Told once of what changed together. */
  onChange(listener) {
    this.#changeListeners.add(listener);
  }

  /** @param {ProblemListener} listener Called now with the problems there are, and whenever they change. */
  onProblem(listener) {
    this.#problemListeners.add(listener);
    listener(this.#problems);
  }

  /** @param {() => void} listener Called when everything is gone, here or in another tab, and shall stay so. */
  onEnd(listener) {
    this.#endListeners.add(listener);
  }

  /**
   * Another tab changed the storage. Where it saved over something later, the later one is saved again.
   *
   * @param {StorageEvent} event
   */
  follow(event) {
    if (this.#place.concerns(event)) return this.readAgain();
    if (event.storageArea !== this.#area) return;
    // What is there again says nothing: another tab may have heard of it first.
    if (event.key === null) return this.#followEmptied(true);
    if (!event.key.startsWith(this.#prefix)) return;
    const id = event.key.slice(this.#prefix.length);
    const known = this.#known.get(id);
    if (event.newValue === null) this.#forget(id);
    else if (this.#learn(id) === known && known) this.#saveAgain([id]);
    this.#notify(new Set([id]));
  }

  /**
   * See whether storage is as this page knows it: another tab may have turned the switch, and the browser
   * or another site may have emptied it. Then everything that this page knows is saved again.
   */
  check() {
    this.#followEmptied(this.#area?.getItem(this.#prefix + this.#saved) === null);
  }

  /** @param {boolean} isEmptied Whether something that was saved is gone. */
  #followEmptied(isEmptied) {
    if (this.#place.area !== this.#area) return this.readAgain();
    if (this.#saved === null || !isEmptied) return;
    this.#saved = null;
    this.#report("emptied", true);
    this.#saveAgain(this.#known.keys());
    this.#notify(null);
  }

  /** The page comes back from the browser's cache, where it did not hear of what changed: storage counts. */
  readAgain() {
    this.#saved = null;
    for (const id of [...this.#known.keys()]) if (!this.#unsaved.has(id)) this.#forget(id);
    this.#knowsAll = false;
    this.#settle();
    this.#notify(null);
  }

  /** A browser that goes back to a page fills in its boxes as they were: storage counts. */
  showAgain() {
    this.#notify(null);
  }

  /** Follow what became of the shared computer in other tabs, or while this one was closed. */
  #settle() {
    const left = this.#area;
    const news = this.#place.settle();
    this.#area = this.#place.area;
    if (news === "left") this.#bringBack();
    if (news === "ended") {
      this.#forgetAll();
      this.#followEnd();
    }
    if (this.#area !== left) this.#saveAgain([]);
    this.#report("blocked", this.#area === null);
    this.#reportLeftovers();
  }

  /** The switch was turned off in another tab: what this one held goes back into the browser. */
  #bringBack() {
    const held = this.#place.other;
    const stored = namesIn(held, this.#prefix).map((key) => [
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
      namesIn(area, this.#root)
        .filter((key) => LEFTOVER.test(key.slice(this.#root.length)) && !key.startsWith(this.#prefix))
        .map((key) => [key.slice(this.#root.length), area?.getItem(key) ?? ""]),
    );
  }

  /**
   * Take answers over into the place that counts now.
   *
   * @param {ReadonlyMap<string, Entry>} entries
   * @param {Map<string, string>} leftovers
   * @param {Storage | null} left Where they were. They are deleted there once all of them have a new place.
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
   * Save what this page knows of these answers, and whatever could not be saved before: the shortest
   * first, because where it has no room nothing has.
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
   * @returns {boolean} False when there is no room: it stays unsaved, and is tried again with the next change.
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
   * @returns {Entry | null} The later of what storage and this page hold, known from now on.
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
    return namesIn(this.#area, this.#prefix).map((key) => key.slice(this.#prefix.length));
  }

  /** Bring entries of older versions to this one; those of a newer version are not touched. */
  #migrate() {
    for (const key of namesIn(this.#area, this.#root)) {
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
   * Move what cannot be read out of the way, so that nothing overwrites it.
   *
   * @param {string} key
   * @param {string} id
   * @param {string} saved
   * @returns {boolean} False when there is no room for it: it stays where it is until there is some.
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

  /** Say on every visit what is set aside, or of a newer version, as long as it is there. */
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
   * @returns {string} The key, or one like it under which nothing else is kept.
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
 * @param {string} name Of a leftover.
 * @returns {boolean} Whether it could not be read, and a reader may miss it.
 */
function isMissed(name) {
  return name.startsWith(ASIDE) && !OLD_WAY_BACK.test(name);
}

/**
 * A listener that fails stops no other.
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
 * @returns {Storage | null} Null when the browser blocks it: reading the property alone may throw, or
 *   something else may stand in its place.
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

// Firefox brings a page back from memory with the sessionStorage of the moment when it was left: answers that a later
// page moved into it would be missing. A page that listens to this event is loaded anew instead.
if (CSS.supports("-moz-appearance", "none")) window.addEventListener("unload", () => {});
