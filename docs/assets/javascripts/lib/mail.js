/**
 * The address that opens a mail with all of it written, as RFC 6068 has it.
 *
 * @param {{to: string, subject: string, body: string}} mail Several addresses are separated by commas;
 *   none is fine.
 * @returns {string}
 */
export function mailAddress({ to, subject, body }) {
  const addresses = to
    .split(",")
    .map((address) => encoded(address.trim()).replaceAll("%40", "@"))
    .filter(Boolean);
  return `mailto:${addresses.join(",")}?subject=${encoded(subject)}&body=${encoded(body)}`;
}

/**
 * @param {string} text
 * @returns {string} Line breaks become %0D%0A; half a character has no code, and a sign for that goes in its place.
 */
function encoded(text) {
  return encodeURIComponent(text.toWellFormed().replace(/\r?\n/g, "\r\n"));
}
