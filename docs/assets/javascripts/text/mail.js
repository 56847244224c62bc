import { readAddresses } from "./addresses.js";

/**
 * In characters. Browsers on Windows pass links of up to about 2,048 characters to the mail program: Firefox and
 * Chromium had that very number in their source, and Outlook has been seen to accept 2,046.
 */
const LONGEST = 2000;

/**
 * Return the mailto address (RFC 6068) that opens a complete email.
 *
 * @param {{to: string, subject: string, body: string}} mail Anything in `to` that is not an address is left out.
 * @returns {string}
 */
export function mailtoLink({ to, subject, body }) {
  const addresses = readAddresses(to).addresses.map(encodedAddress);
  return `mailto:${addresses.join(",")}?subject=${encoded(subject)}&body=${encoded(body)}`;
}

/**
 * @param {string} link As `mailtoLink` returns it.
 * @returns {boolean} Whether common mail programs may truncate it, or not open at all.
 */
export function isLinkTooLong(link) {
  return link.length > LONGEST;
}

/** @param {string} address */
function encodedAddress(address) {
  const at = address.lastIndexOf("@");
  return `${encoded(address.slice(0, at))}@${encoded(address.slice(at + 1))}`;
}

/**
 * @param {string} text
 * @returns {string} Percent-encoded. Line breaks become %0D%0A; a lone surrogate becomes U+FFFD.
 */
function encoded(text) {
  return encodeURIComponent(text.toWellFormed().replace(/\r?\n/g, "\r\n"));
}
