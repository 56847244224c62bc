/**
 * E-mail addresses as people paste them: with names, in angle brackets, with comments, several of them. It
 * reads the lists of RFC 5322 with the letters of RFC 6532, and what mail programs make of them: a semicolon
 * or a new line for a comma, a comma in a name without quotes, "mailto:" in front.
 */

/** Quotes, comments and angle brackets hold commas that separate nothing. */
const PART = /"(?:[^"\\]|\\.)*"|\((?:[^()\\]|\\.)*\)|<[^<>,;\n]*>?|[,;\n]|[^"(<,;\n]+|./gsu;
const SEPARATOR = /^[,;\n]/;
const COMMENT = /^\(.*\)$/s;
const ANGLES = /^<.*/s;
/** What stands before addresses: "mailto:", "To:", the name of a group. */
const LABEL = /^[^@"]*:/u;
/** What a link has behind its address. */
const QUERY = /(?<=@[^?]*)\?.*$/su;
/** Outlook puts an address that is its own name in single quotes. */
const SINGLE_QUOTES = /^'(.*)'$/s;
/** Marks that come along from a page and show nothing, such as those of the direction. */
const INVISIBLE = /\p{Cf}/gu;

const ATOM = "[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+";
const QUOTED = '"(?:[^"\\\\]|\\\\.)*"';
const LABEL_OF_DOMAIN = "[\\p{L}\\p{M}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]*[\\p{L}\\p{M}\\p{N}])?";
const ADDRESS = new RegExp(
  `^(?:${ATOM}(?:\\.${ATOM})*|${QUOTED})@${LABEL_OF_DOMAIN}(?:\\.${LABEL_OF_DOMAIN})+$`,
  "su",
);

/**
 * @param {string} text
 * @returns {{addresses: string[], unread: string[]}} Each address once, without its name, and what is none.
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
 * @returns {string[][]} The parts of each entry of the list that has any.
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
    .flatMap((parts) => (parts.some((part) => ANGLES.test(part)) ? [parts] : atCommas(parts)))
    .filter((parts) => parts.join("").replace(LABEL, "").trim() !== "");
}

/**
 * @param {string[]} parts What looked like a name with commas, and has no address in angle brackets.
 * @returns {string[][]}
 */
function atCommas(parts) {
  const comma = parts.indexOf(",");
  return comma < 0 ? [parts] : [parts.slice(0, comma), ...atCommas(parts.slice(comma + 1))];
}

/**
 * @param {string[]} parts Of one entry.
 * @returns {string[] | null} Null when something that should be an address is none.
 */
function addressesIn(parts) {
  const said = parts.filter((part) => !COMMENT.test(part));
  const inAngles = said.filter((part) => ANGLES.test(part)).map((part) => part.replace(/^<|>$/g, ""));
  const addresses = (inAngles.length > 0 ? inAngles : [said.join("")]).map(bare);
  return addresses.every((address) => ADDRESS.test(address)) ? addresses : null;
}

/** @param {string} address */
function bare(address) {
  return address.trim().replace(SINGLE_QUOTES, "$1").replace(LABEL, "").replace(QUERY, "").trim();
}
