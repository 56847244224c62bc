// The file for calendars, checked line by line.

import assert from "node:assert/strict";
import { test } from "node:test";
import { calendarOf } from "../../docs/assets/javascripts/text/calendar.js";

const NOW = new Date("2026-11-26T05:21:55.123Z");
const EVENT = { id: "one@here", day: "2026-12-31", title: "Ask", text: "Kindly" };
const lines = (event) => calendarOf([{ ...EVENT, ...event }], NOW).split("\r\n");

test("an event lasts all day, on the same date in every time zone, with a reminder in the morning", () => {
  const event = lines({});
  for (const line of [
    "UID:one@here",
    "DTSTAMP:20261126T052155Z",
    "DTSTART;VALUE=DATE:20261231",
    "DTEND;VALUE=DATE:20270101",
    "SUMMARY:Ask",
    "DESCRIPTION:Kindly",
    "TRIGGER:PT9H",
  ])
    assert.ok(event.includes(line), line);
});

test("the file begins, ends and breaks its lines as calendars expect", () => {
  const text = calendarOf([EVENT, EVENT], NOW);
  assert.ok(text.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
  assert.ok(text.endsWith("END:VEVENT\r\nEND:VCALENDAR\r\n"));
  assert.equal(text.split("BEGIN:VEVENT").length, 3);
  assert.equal(text.replaceAll("\r\n", "").includes("\n"), false);
});

test("text that a reader typed is escaped", () => {
  assert.ok(
    lines({ title: "Ask; then, wait\\\nEND:VCALENDAR" }).includes(
      "SUMMARY:Ask\\; then\\, wait\\\\\\nEND:VCALENDAR",
    ),
  );
});

test("a long line is folded into lines of at most 75 bytes, and no character is split", () => {
  const title = "Größe 大 ".repeat(30).trim();
  const text = calendarOf([{ ...EVENT, title }], NOW);
  for (const line of text.split("\r\n")) assert.ok(Buffer.byteLength(line) <= 75, line);
  assert.ok(text.replaceAll("\r\n ", "").includes(`SUMMARY:${title}\r\n`));
});
