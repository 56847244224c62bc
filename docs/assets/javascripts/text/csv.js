/** A table as a file for spreadsheets: RFC 4180, with a mark that tells them that it is UTF-8. */

const BYTE_ORDER_MARK = "\uFEFF";
/**
 * What a spreadsheet may take for a formula, also behind spaces and in full width.
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
