const DAY = 24 * 60 * 60 * 1000;
/** The format of a saved day. */
const SAVED_DAY = /^\d{4}-\d\d-\d\d$/;

/**
 * @param {number} seconds
 * @returns {string} Minutes and seconds, such as 1:30.
 */
export function minutesAndSeconds(seconds) {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** @returns {string} The current day in the reader's time zone, such as 2026-11-22. */
export function today() {
  return dayAt(Date.now());
}

/**
 * @param {number} moment In milliseconds since 1970.
 * @returns {string} Its day in the reader's time zone, such as 2026-11-22.
 */
export function dayAt(moment) {
  const date = new Date(moment);
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return day.map((part) => String(part).padStart(2, "0")).join("-");
}

/**
 * @param {string} day Such as 2026-11-22.
 * @param {number} count
 * @returns {string} The day that many days later.
 */
export function daysAfter(day, count) {
  return new Date(Date.parse(day) + count * DAY).toISOString().slice(0, 10);
}

/**
 * @param {string} day Such as 2026-11-22.
 * @param {string} today
 * @returns {number} How many days ago it was; NaN if it is not a day.
 */
export function daysSince(day, today) {
  return Math.round((Date.parse(today) - Date.parse(day)) / DAY);
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
 * @param {string} day Such as 2026-11-22.
 * @param {string} locale
 * @returns {string} Such as Sunday, November 22.
 */
export function dayInWords(day, locale) {
  const form = /** @type {const} */ ({ weekday: "long", month: "long", day: "numeric", timeZone: "UTC" });
  return new Intl.DateTimeFormat(locale, form).format(Date.parse(day));
}

/**
 * @param {string} value
 * @returns {boolean} Whether it is a day in the saved format, such as 2026-11-22.
 */
export function isDay(value) {
  return SAVED_DAY.test(value) && !Number.isNaN(Date.parse(value));
}

/**
 * @param {string} value The saved value of a field.
 * @param {string} locale
 * @returns {string} A day in words; any other text unchanged.
 */
export function readable(value, locale) {
  return isDay(value) ? dateInWords(value, locale) : value;
}
