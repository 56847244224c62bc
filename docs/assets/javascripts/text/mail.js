import { readAddresses } from "./addresses.js";

/**
 * In characters. Browsers on Windows hand a link to the mail program up to about 2,048 of them: Firefox and
 * Chromium had that very number in their source, and Outlook was seen to take 2,046.
 */
const LONGEST = 2000;

/**
 * The address that opens a mail with all of it written, as RFC 6068 has it.
 *
 * @param {{to: string, subject: string, body: string}} mail What is no address in `to` is left out.
 * @returns {string}
 */
export function mailAddress({ to, subject, body }) {
  const addresses = readAddresses(to).addresses.map(encodedAddress);
  return `mailto:${addresses.join(",")}?subject=${encoded(subject)}&body=${encoded(body)}`;
}

/**
 * @param {string} address As `mailAddress` returns it.
 * @returns {boolean} Whether common mail programs may cut it off, or not open at all.
 */
export function isTooLong(address) {
  return address.length > LONGEST;
}

/** @param {string} address */
function encodedAddress(address) {
  const at = address.lastIndexOf("@");
  return `${encoded(address.slice(0, at))}@${encoded(address.slice(at + 1))}`;
}

/**
 * @param {string} text
 * @returns {string} Line breaks become %0D%0A; half a character has no code, and a sign for that goes in its place.
 */
function encoded(text) {
  return encodeURIComponent(text.toWellFormed().replace(/\r?\n/g, "\r\n"));
}
