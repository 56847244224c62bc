/**
 * Reads email addresses as people paste them: several at once, with names, angle brackets and comments. It accepts the
 * lists of RFC 5322 with the characters of RFC 6532, and the variations of mail programs: a semicolon or a line break
 * as separator, a comma in an unquoted name, a leading "mailto:".
 */

/** Commas inside quotes, comments and angle brackets do not separate. */
const PART = /"(?:[^"\\]|\\.)*"|\((?:[^()\\]|\\.)*\)|<[^<>,;\n]*>?|[,;\n]|[^"(<,;\n]+|./gsu;
const SEPARATOR = /^[,;\n]/;
const COMMENT = /^\(.*\)$/s;
const ANGLES = /^<.*/s;
/** A prefix of addresses: "mailto:", "To:", the name of a group. */
const LABEL = /^[^@"]*:/u;
/** The query after the address of a mailto link. */
const QUERY = /(?<=@[^?]*)\?.*$/su;
/** Outlook puts an address that is its own name in single quotes. */
const SINGLE_QUOTES = /^'(.*)'$/s;
/** Invisible characters copied along from a page, such as direction marks. */
const INVISIBLE = /\p{Cf}/gu;

const ATOM = "[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+";
const QUOTED = '"(?:[^"\\\\]|\\\\.)*"';
const DOMAIN_LABEL = "[\\p{L}\\p{M}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]*[\\p{L}\\p{M}\\p{N}])?";
const ADDRESS = new RegExp(
  `^(?:${ATOM}(?:\\.${ATOM})*|${QUOTED})@${DOMAIN_LABEL}(?:\\.${DOMAIN_LABEL})+$`,
  "su",
);

/**
 * @param {string} text
 * @returns {{addresses: string[], unread: string[]}} Each address once, without its name, and the entries that are not
 *   addresses.
 */
export function readAddresses(text) {
  const entries = entriesOf(text.replace(INVISIBLE, ""));
  const read = entries.map((parts) => ({ written: parts.join("").trim(), addresses: addressesIn(parts) }));
  return {
    addresses: [...new Set(read.flatMap(({ addresses }) => addresses ?? []))],
    unread: read.filter(({ addresses }) => !addresses).map(({ written }) => written),
  };
}

/**
 * @param {string} text
 * @returns {string[][]} The parts of each entry that is not empty.
 */
function entriesOf(text) {
  /** @type {string[][]} */
  const entries = [[]];
  for (const part of text.match(PART) ?? []) {
    const entry = entries.at(-1) ?? [];
    const isInName = part === "," && !entry.join("").includes("@");
    if (SEPARATOR.test(part) && !isInName) entries.push([]);
    else entry.push(part);
  }
  return entries
    .flatMap((parts) => (parts.some((part) => ANGLES.test(part)) ? [parts] : splitAtCommas(parts)))
    .filter((parts) => parts.join("").replace(LABEL, "").trim() !== "");
}

/**
 * @param {string[]} parts An entry that looked like a name with commas, but has no address in angle brackets.
 * @returns {string[][]}
 */
function splitAtCommas(parts) {
  const comma = parts.indexOf(",");
  return comma < 0 ? [parts] : [parts.slice(0, comma), ...splitAtCommas(parts.slice(comma + 1))];
}

/**
 * @param {string[]} parts The parts of one entry.
 * @returns {string[] | null} Null if any of them is not a valid address.
 */
function addressesIn(parts) {
  const written = parts.filter((part) => !COMMENT.test(part));
  const inAngles = written.filter((part) => ANGLES.test(part)).map((part) => part.replace(/^<|>$/g, ""));
  const addresses = (inAngles.length > 0 ? inAngles : [written.join("")]).map(cleanAddress);
  return addresses.every((address) => ADDRESS.test(address)) ? addresses : null;
}

/** @param {string} address */
function cleanAddress(address) {
  return address.trim().replace(SINGLE_QUOTES, "$1").replace(LABEL, "").replace(QUERY, "").trim();
}
