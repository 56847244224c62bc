/**
 * The theme reads localStorage and sessionStorage without a guard: where a browser blocks them, its
 * scripts stop, and the search with them. It gets stand-ins that forget everything with the page.
 */
for (const name of ["localStorage", "sessionStorage"]) {
  let storage = null;
  try {
    storage = window[name];
  } catch {
    // Blocked.
  }
  if (storage) continue;
  const kept = new Map();
  const standIn = {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => kept.set(key, value),
    removeItem: (key) => kept.delete(key),
  };
  Object.defineProperty(window, name, { value: standIn, configurable: true });
}
