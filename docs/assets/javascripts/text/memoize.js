/** In characters: the total length of the cached texts. */
const ROOM = 500_000;

/**
 * Cache the results of a function of a text, so that only texts that have changed are analyzed again.
 *
 * @template Found
 * @param {(text: string, language: string) => Found} find
 * @returns {(text: string, language: string) => Found}
 */
export function memoize(find) {
  /** @type {Map<string, Found>} Least recently used first. */
  const known = new Map();
  let length = 0;
  return (text, language) => {
    const key = `${language} ${text}`;
    const found = known.get(key) ?? find(text, language);
    length += known.delete(key) ? 0 : key.length;
    known.set(key, found);
    for (const [oldest] of known) {
      if (length <= ROOM || oldest === key) break;
      known.delete(oldest);
      length -= oldest.length;
    }
    return found;
  };
}
