const DAY = /^\d{4}-\d\d-\d\d$/;

/**
 * @param {number} seconds
 * @returns {string} Minutes and seconds, such as 1:30.
 */
export function clock(seconds) {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** @returns {string} The day where the reader is, such as 2026-11-22. */
export function today() {
  return dayAt(Date.now());
}

/**
 * @param {number} moment In milliseconds since 1970.
 * @returns {string} Its day where the reader is, such as 2026-11-22.
 */
export function dayAt(moment) {
  const date = new Date(moment);
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return day.map((part) => String(part).padStart(2, "0")).join("-");
}

/**
 * @param {string} day Such as 2026-11-22.
 * @param {string} locale
 * @returns {string} Such as November 22, 2026.
 */
export function dateInWords(day, locale) {
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(Date.parse(day));
}

/**
 * @param {string} value What is kept of a field.
 * @param {string} locale
 * @returns {string} A day as people write it; any other text as it is.
 */
export function readable(value, locale) {
  const isDay = DAY.test(value) && !Number.isNaN(Date.parse(value));
  return isDay ? dateInWords(value, locale) : value;
}
