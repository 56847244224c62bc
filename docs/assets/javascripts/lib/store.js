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

import { END_OF_TIME, migrations, newest, parseEntry, VERSION } from "./entries.js";
import { base } from "./site.js";

/** @typedef {import("./entries.js").Entry} Entry */
/** @typedef {"blocked" | "full" | "set-aside" | "newer" | "emptied"} Problem */
/** @typedef {(id: string | null) => void} ChangeListener Called with an id, or null when anything may have changed. */
/** @typedef {(problems: ReadonlySet<Problem>) => void} ProblemListener */

/** How the name of a leftover begins that could not be read. */
export const ASIDE = "aside:";
/** What begins like this, after our name and the base path, is no answer of this version. */
const LEFTOVER = /^(?:aside|\d+):/;

export class Store {
  /** @type {Map<string, Entry>} Every answer that this page has read or written. */
  #known = new Map();
  /** @type {Set<string>} Ids of answers that storage does not have yet. */
  #unsaved = new Set();
  /** @type {string | null} Id of an answer that storage must have: if it is gone, storage was emptied. */
  #saved = null;
  /** @type {Set<ChangeListener>} */
  #changeListeners = new Set();
  /** @type {Set<Problem>} */
  #problems = new Set();
  /** @type {Set<ProblemListener>} */
  #problemListeners = new Set();
  /** @type {Storage | null} */
  #area;
  #local;
  #session;
  #root;
  #prefix;

  /**
   * @param {Storage | null} local Kept until someone clears it; null when the browser blocks it.
   * @param {Storage | null} session Kept until this tab is closed.
   * @param {string} base Path of the site on its host, such as "/repo/".
   */
  constructor(local, session, base) {
    this.#local = local;
    this.#session = session;
    this.#root = `second-impression:${base}:`;
    this.#prefix = `${this.#root}${VERSION}:`;
    this.#area = this.shared ? session : local;
    if (!this.#area) this.#report("blocked", true);
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
    return this.#latest(id).entry;
  }

  /** @returns {Map<string, Entry>} Every answer there is, by id. */
  entries() {
    const ids = this.#keys(this.#prefix).map((key) => key.slice(this.#prefix.length));
    /** @type {Map<string, Entry>} */
    const entries = new Map();
    for (const id of new Set([...ids, ...this.#known.keys()])) {
      const entry = this.entry(id);
      if (entry) entries.set(id, entry);
    }
    return entries;
  }

  /**
   * Save a new value.
   *
   * @param {string} id
   * @param {string} value
   */
  write(id, value) {
    // A clock that was set back must not make a new answer look older than the one it replaces.
    const at = Math.max(Date.now(), (this.entry(id)?.at ?? 0) + 1);
    this.#put([[id, { value, at: Math.min(at, END_OF_TIME) }]]);
  }

  /**
   * Take over entries with their own moments, from a copy or from an older id. A later one stays.
   *
   * @param {Iterable<[string, Entry]>} entries
   */
  merge(entries) {
    const later = [...entries].filter(([id, entry]) => newest(entry, this.entry(id)) === entry);
    this.#put(later);
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
    for (const id of ids) {
      this.#forget(id);
      this.#area?.removeItem(this.#prefix + id);
      this.#tell(id);
    }
  }

  /**
   * @returns {Map<string, string>} What is ours and no answer of this version: "aside:…" could not be
   *   read, "1:…" is of an older version and had no room yet, "3:…" is of a newer one.
   */
  leftovers() {
    return new Map(
      this.#keys(this.#root)
        .filter((key) => LEFTOVER.test(key.slice(this.#root.length)) && !key.startsWith(this.#prefix))
        .map((key) => [key.slice(this.#root.length), this.#area?.getItem(key) ?? ""]),
    );
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
    }
  }

  /**
   * Delete leftovers. The caller has made sure that there is a way back.
   *
   * @param {Iterable<string>} names
   */
  removeLeftovers(names) {
    for (const name of names) this.#area?.removeItem(this.#root + name);
    const kinds = [...this.leftovers().keys()];
    if (!kinds.some((name) => name.startsWith(ASIDE))) this.#report("set-aside", false);
    if (!kinds.some((name) => Number.parseInt(name, 10) > VERSION)) this.#report("newer", false);
  }

  /** @returns {boolean} Whether some answers had no room: they are gone with the page. */
  get isFull() {
    return this.#area !== null && this.#unsaved.size > 0;
  }

  /** @returns {boolean} Whether this tab keeps everything to itself, for a computer that others use too. */
  get shared() {
    return this.#session?.getItem(`${this.#root}shared`) === "yes";
  }

  /** @param {boolean} shared Everything moves along. */
  set shared(shared) {
    if (shared === this.shared || !this.#markShared(shared)) return;
    const left = this.#area;
    const entries = this.entries();
    const leftovers = this.leftovers();
    this.#area = shared ? this.#session : this.#local;
    this.#saved = null;
    this.merge(entries);
    const hasRoom = this.putLeftovers(leftovers) && this.#unsaved.size === 0;
    if (hasRoom) {
      for (const id of entries.keys()) left?.removeItem(this.#prefix + id);
      for (const name of leftovers.keys()) left?.removeItem(this.#root + name);
    }
    this.#tell(null);
  }

  /** @param {ChangeListener} listener */
  onChange(listener) {
    this.#changeListeners.add(listener);
  }

  /** @param {ProblemListener} listener Called now with the problems there are, and whenever they change. */
  onProblem(listener) {
    this.#problemListeners.add(listener);
    listener(this.#problems);
  }

  /**
   * Another tab changed the storage. Where it saved over something later, the later one is saved again.
   *
   * @param {StorageEvent} event
   */
  follow(event) {
    if (event.storageArea !== this.#area) return;
    if (event.key === null) return this.check();
    if (!event.key.startsWith(this.#prefix)) return;
    const id = event.key.slice(this.#prefix.length);
    if (event.newValue === null) this.#forget(id);
    else if (!this.#latest(id).isStored) this.#saveAgain([id]);
    this.#tell(id);
  }

  /** Save everything again that this page knows, if the browser or another site emptied the storage. */
  check() {
    if (this.#saved === null || this.#area?.getItem(this.#prefix + this.#saved) !== null) return;
    this.#saved = null;
    this.#report("emptied", true);
    this.#saveAgain(this.#known.keys());
    this.#tell(null);
  }

  /**
   * The page is shown, perhaps again: what changed while it was in the browser's cache it did not hear
   * of, and a browser that goes back fills in boxes as they were. Storage counts.
   */
  readAgain() {
    for (const id of [...this.#known.keys()]) if (!this.#unsaved.has(id)) this.#forget(id);
    this.#tell(null);
  }

  /**
   * @param {boolean} shared
   * @returns {boolean} False when this browser has no room for the mark: everything stays where it is.
   */
  #markShared(shared) {
    try {
      if (shared) this.#session?.setItem(`${this.#root}shared`, "yes");
      else this.#session?.removeItem(`${this.#root}shared`);
    } catch {
      this.#report("full", true);
    }
    return this.shared === shared;
  }

  /** @param {Iterable<[string, Entry]>} entries */
  #put(entries) {
    this.check();
    const ids = [];
    for (const [id, entry] of entries) {
      this.#known.set(id, entry);
      ids.push(id);
    }
    this.#saveAgain(ids);
    for (const id of ids) this.#tell(id);
  }

  /**
   * Save what this page knows of these answers, and whatever could not be saved before.
   *
   * @param {Iterable<string>} ids
   */
  #saveAgain(ids) {
    for (const id of ids) this.#unsaved.add(id);
    if (!this.#area) return;
    for (const id of this.#unsaved) this.#save(id, this.#area);
    this.#report("full", this.#unsaved.size > 0);
  }

  /**
   * @param {string} id
   * @param {Storage} area
   */
  #save(id, area) {
    const key = this.#prefix + id;
    const before = area.getItem(key);
    if (before !== null && !parseEntry(before) && !this.#setAside(key, id, before)) return;
    try {
      area.setItem(key, JSON.stringify(this.#known.get(id)));
      this.#unsaved.delete(id);
      this.#saved = id;
    } catch {
      // No room: it stays unsaved, and is tried again with the next change.
    }
  }

  /** @param {string} id */
  #forget(id) {
    this.#known.delete(id);
    this.#unsaved.delete(id);
    if (this.#saved === id) this.#saved = null;
  }

  /**
   * @param {string} id
   * @returns {{entry: Entry | null, isStored: boolean}} The later of what storage and this page hold.
   */
  #latest(id) {
    const stored = this.#stored(id);
    const entry = newest(stored, this.#known.get(id));
    const isStored = entry === stored;
    if (entry) this.#known.set(id, entry);
    if (entry && isStored) this.#saved = id;
    return { entry, isStored };
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

  /** Bring entries of older versions to this one; those of a newer version are not touched. */
  #migrate() {
    for (const key of this.#keys(this.#root)) {
      const [, version, id] = /^(\d+):(.*)$/s.exec(key.slice(this.#root.length)) ?? [];
      if (Number(version) > VERSION) this.#report("newer", true);
      if (Number(version) < VERSION) this.#migrateEntry(key, id, Number(version));
    }
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
      this.#setAside(key, oldId, saved, { quiet: entry !== null });
    }
  }

  /**
   * Move what cannot be read out of the way, so that nothing saves over it.
   *
   * @param {string} key
   * @param {string} id
   * @param {string} saved
   * @param {{quiet?: boolean}} options Quiet for what no reader misses.
   * @returns {boolean} False when there is no room for it: it stays where it is until there is some.
   */
  #setAside(key, id, saved, { quiet = false } = {}) {
    if (!quiet) this.#report("set-aside", true);
    try {
      this.#area?.setItem(this.#freeKey(`${this.#root}${ASIDE}${Date.now()}:${id}`, saved), saved);
      this.#area?.removeItem(key);
      return true;
    } catch {
      return false;
    }
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

  /**
   * @param {string} prefix
   * @returns {string[]}
   */
  #keys(prefix) {
    const area = this.#area;
    if (!area) return [];
    const keys = Array.from({ length: area.length }, (_, index) => area.key(index) ?? "");
    return keys.filter((key) => key.startsWith(prefix));
  }

  /** @param {string | null} id */
  #tell(id) {
    callAll(this.#changeListeners, id);
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
window.addEventListener("pageshow", () => store.readAgain());
