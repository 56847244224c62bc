/** Writes a table for spreadsheets: RFC 4180, with a byte order mark that identifies it as UTF-8. */

const BYTE_ORDER_MARK = "\uFEFF";
/**
 * Matches cells that a spreadsheet may take for a formula, even after spaces or in full-width characters.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
const FORMULA = /^(?:[\t\r\n]|\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/;

/**
 * @param {string[][]} rows
 * @returns {string}
 */
export function csv(rows) {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

/** @param {string} text */
function cell(text) {
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}
