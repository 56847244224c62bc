// E-mail addresses as people paste them: what is read as one, and what is not.

import assert from "node:assert/strict";
import { test } from "node:test";
import { readAddresses } from "../../docs/assets/javascripts/text/addresses.js";

const JANE = "jane@example.com";
const RICK = "rick@example.org";
/** What people paste, and the addresses in it. */
const READ = [
  ["", []],
  [" ", []],
  ["jane@example.com", [JANE]],
  ["Jane Doe <jane@example.com>", [JANE]],
  ['"Doe, Jane" <jane@example.com>', [JANE]],
  ['"Doe, Jane" <jane@example.com>; Roe <rick@example.org>', [JANE, RICK]],
  ['"Jane \\"JD\\" Doe; x" <jane@example.com>, rick@example.org', [JANE, RICK]],
  ["jane@example.com; rick@example.org", [JANE, RICK]],
  ["jane@example.com;rick@example.org;", [JANE, RICK]],
  ["jane@example.com\nrick@example.org\n", [JANE, RICK]],
  ["jane@example.com,, rick@example.org,", [JANE, RICK]],
  ["jane@example.com; ; rick@example.org", [JANE, RICK]],
  // Mail headers, some of which name nobody.
  ["To: jane@example.com; Cc: ; Bcc:", [JANE]],
  ["mailto:jane@example.com", [JANE]],
  ["MAILTO:jane@example.com?subject=Hello", [JANE]],
  ["Jane <mailto:jane@example.com>", [JANE]],
  ["jane@example.com<mailto:jane@example.com>", [JANE]],
  ["jane@example.com <jane@example.com>", [JANE]],
  ["To: Jane <jane@example.com>", [JANE]],
  ["Panel: Jane <jane@example.com>, rick@example.org;", [JANE, RICK]],
  ["jane@example.com (at work, mostly), rick@example.org", [JANE, RICK]],
  ["<jane@example.com>", [JANE]],
  ["\u200ejane@example.com\u200f\ufeff", [JANE]],
  ["jane@example.com, jane@example.com", [JANE]],
  ["o'brien+jobs@mail.example.co.uk", ["o'brien+jobs@mail.example.co.uk"]],
  ['"jane doe"@example.com', ['"jane doe"@example.com']],
  ["zo\u00eb@ex\u00e4mple.org", ["zo\u00eb@ex\u00e4mple.org"]],
  ["Dr. M\u00fcller-L\u00fcdenscheidt <jane@example.com>", [JANE]],
  ["\u6768\u5b5d\u5b87 <jane@example.com>", [JANE]],
  // Outlook does not quote names, and ends entries only with semicolons.
  ["Doe, Jane <jane@example.com>; Roe, Rick, PhD <rick@example.org>", [JANE, RICK]],
  ["'jane@example.com'; 'rick@example.org'", [JANE, RICK]],
  ["Jane <jane@example.com> Rick <rick@example.org>", [JANE, RICK]],
  ["Jane Doe <jane@example.com, Rick Roe <rick@example.org", [JANE, RICK]],
];
/** What is not an address, or not a single one. */
const UNREAD = [
  "Jane Doe",
  "jane@",
  "@example.com",
  "jane@example",
  "jane at example.com",
  "jane@@example.com",
  "jane@example..com",
  "jane.@example.com",
  "jane@-example.com",
  "jane@example.com rick@example.org",
  "jane@example.com>",
  "'John Doe'",
  "https://example.com/jane",
];

test("the addresses in what was pasted are read", () => {
  for (const [text, addresses] of READ)
    assert.deepEqual(readAddresses(text), { addresses, unread: [] }, text);
});

test("text that is not an address is reported, and the address beside it is read", () => {
  for (const text of UNREAD) {
    assert.deepEqual(readAddresses(`${RICK}, ${text}`), { addresses: [RICK], unread: [text] }, text);
  }
});
