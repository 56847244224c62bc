/** In characters, of all texts together. */
const ROOM = 500_000;

/**
 * What was found in a text stays known, so that only a text that has changed is looked at again.
 *
 * @template Found
 * @param {(text: string, language: string) => Found} find
 * @returns {(text: string, language: string) => Found}
 */
export function remembered(find) {
  /** @type {Map<string, Found>} The text that was asked for last stands at the end. */
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
