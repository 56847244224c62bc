/** Writes an iCalendar file (RFC 5545) of all-day events, each with a reminder in the morning. */

import { daysAfter } from "./dates.js";

/**
 * @typedef {object} Event
 * @property {string} id The same in every file for the same event, so that a calendar can replace it.
 * @property {string} day Such as 2026-11-22.
 * @property {string} title
 * @property {string} text
 */

/** In bytes: a longer line continues on the next one, after a space. */
const LONGEST = 75;
/** Nine in the morning, in the time zone of the calendar. */
const REMINDER = ["BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:PT9H"];

/**
 * @param {Event[]} events
 * @param {Date} now The time at which the file is made.
 * @returns {string}
 */
export function calendarOf(events, now) {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Second Impression//Calendar//EN",
    ...events.flatMap((event) => eventLines(event, now)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/**
 * @param {Event} event
 * @param {Date} now
 */
function eventLines({ id, day, title, text }, now) {
  return [
    "BEGIN:VEVENT",
    `UID:${id}`,
    `DTSTAMP:${digits(now.toISOString().slice(0, 19))}Z`,
    `DTSTART;VALUE=DATE:${digits(day)}`,
    `DTEND;VALUE=DATE:${digits(daysAfter(day, 1))}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(text)}`,
    "TRANSP:TRANSPARENT",
    ...REMINDER,
    `DESCRIPTION:${escaped(title)}`,
    "END:VALARM",
    "END:VEVENT",
  ];
}

/** @param {string} moment */
function digits(moment) {
  return moment.replaceAll(/[-:]/g, "");
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll(/[\\,;]/g, "\\$&").replaceAll(/\r\n|[\r\n]/g, "\\n");
}

/** @param {string} line */
function folded(line) {
  const encoder = new TextEncoder();
  let size = 0;
  let text = "";
  for (const character of line) {
    const bytes = encoder.encode(character).length;
    const isFull = size + bytes > LONGEST;
    text += isFull ? `\r\n ${character}` : character;
    size = isFull ? bytes + 1 : size + bytes;
  }
  return text;
}
