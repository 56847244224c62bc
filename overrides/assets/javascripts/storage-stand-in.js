/**
 * The theme reads localStorage and sessionStorage without a guard: where a browser blocks them, or where a setting
 * that it saved cannot be used any more, its scripts stop, and the search and the menu with them. It gets
 * stand-ins that forget everything with the page, and such a setting is removed before the theme reads it.
 */
{
  /** Path of the site: the theme's names begin with it, then ".__" and a word. */
  const scope = new URL("../../", document.currentScript.src).pathname;

  /** A number of a color scheme, and what goes into the names of attributes. */
  const isPalette = ({ index, color }) =>
    Number.isInteger(index) && Object.keys(color ?? {}).every((name) => /^[a-z]+$/.test(name));

  const isUsable = (name, saved) => {
    try {
      const setting = JSON.parse(saved);
      return setting === null || !name.endsWith(".__palette") || isPalette(setting);
    } catch {
      return false;
    }
  };

  for (const area of ["localStorage", "sessionStorage"]) {
    let storage = null;
    try {
      storage = window[area];
    } catch {
      // Blocked.
    }
    if (storage) {
      const names = Object.keys(storage).filter((name) => name.startsWith(`${scope}.__`));
      for (const name of names) if (!isUsable(name, storage.getItem(name))) storage.removeItem(name);
      continue;
    }
    const kept = new Map();
    const standIn = {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => kept.set(key, value),
      removeItem: (key) => kept.delete(key),
    };
    Object.defineProperty(window, area, { value: standIn, configurable: true });
  }
}
