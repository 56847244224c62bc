/**
 * @param {string} text
 * @returns {Promise<boolean>} False if the browser refused.
 */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
