// What the search finds, and which answer it puts first.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Finder } from "../../macros/components/search/finder.js";

const KINDS = { guide: "Guide", question: "Question", region: "Region", source: "Source" };

/** @param {Record<string, any>} pages What differs from an empty page, by address. */
function finderOf(pages, ways = []) {
  const entries = Object.entries(pages).map(([address, page]) => ({
    address,
    kind: "guide",
    title: "A page",
    parts: [],
    ...page,
  }));
  return new Finder({ kinds: KINDS, ways, pages: entries });
}

/** A finder of pages with phrases of readers. */
const alsoIn = (words) =>
  finderOf(Object.fromEntries(Object.entries(words).map(([address, also]) => [address, { also }])));
const addresses = (finder, query) => finder.find(query).map(({ address }) => address);

test("a phrase of readers typed as a whole counts more than its words in other phrases", () => {
  const finder = alsoIn({
    "friend/": "gave up, let my hopes down",
    "fired/": "other words, gave a speech, let down",
  });
  assert.equal(addresses(finder, "they let me down")[0], "fired/");
});

test("the words of a phrase may be in any order, among other words", () => {
  const finder = alsoIn({
    "one/": "broke a heel, a shoe, new shoe",
    "two/": "shoe broke, a heel, a toe, a leg",
  });
  assert.equal(addresses(finder, "i broke my left shoe")[0], "two/");
});

test("several phrases of an entry count together", () => {
  const finder = alsoIn({
    "both/": "lost words, shaky hands, one, two, three, four",
    "one/": "lost words, shaky voice, cold hands, two, three, four",
  });
  assert.equal(addresses(finder, "lost words shaky hands")[0], "both/");
});

test("a word in a title counts more than one in a text", () => {
  const finder = finderOf({ "text/": { text: "The salary." }, "title/": { title: "Salary" } });
  assert.deepEqual(addresses(finder, "salary"), ["title/", "text/"]);
});

test("guides come before regions, and regions before sources", () => {
  const finder = finderOf({
    "source/": { kind: "source", title: "Rejection" },
    "region/": { kind: "region", title: "Rejection" },
    "guide/": { title: "Rejection" },
  });
  assert.deepEqual(addresses(finder, "rejection"), ["guide/", "region/", "source/"]);
});

test("the last word may be unfinished, unless it is a short word that is complete in itself", () => {
  const finder = finderOf({
    "tool/": { title: "Tools" },
    "too/": { title: "Too late" },
    "notes/": { title: "Notes" },
  });
  assert.deepEqual(addresses(finder, "not"), ["notes/"]);
  assert.deepEqual(addresses(finder, "note"), ["notes/"]);
  assert.deepEqual(addresses(finder, "too"), ["too/"]);
  assert.deepEqual(addresses(finder, "no"), []);
  assert.deepEqual(addresses(finder, "note to"), ["notes/"]);
  assert.deepEqual(addresses(finder, "not late"), ["too/"]);
});

test("a long word may be misspelled, unless some page has it as typed", () => {
  const finder = finderOf({
    "a/": { title: "Reference" },
    "b/": { title: "Deference" },
    "c/": { title: "Panel" },
  });
  assert.deepEqual(addresses(finder, "refference"), ["a/"]);
  assert.deepEqual(addresses(finder, "deference"), ["b/"]);
  assert.deepEqual(addresses(finder, "pannel x"), ["c/"]);
  assert.deepEqual(addresses(finderOf({ "a/": { title: "Note" } }), "nota x"), []);
});

test("a part names its page, and is also found by the title of that page", () => {
  const part = { id: "blank", title: "Blank", also: "froze", text: "Words go." };
  const finder = finderOf({ "guide/": { title: "Panic", parts: [part] } });
  const [first, second] = finder.find("panic");
  assert.deepEqual([first.address, second.address], ["guide/", "guide/#blank"]);
  assert.deepEqual([first.where, second.where], ["Guide", "Panic"]);
  for (const query of ["blank", "froze", "words go"])
    assert.equal(addresses(finder, query)[0], "guide/#blank");
});

test("a part without a title takes that of its page", () => {
  const finder = finderOf({ "guide/": { title: "Panic", parts: [{ id: "a", text: "Breathe." }] } });
  assert.deepEqual(
    finder.find("breathe").map(({ title, address }) => [title, address]),
    [["Panic", "guide/#a"]],
  );
});

test("a page has at most two results to leave room for others, but every question is a result", () => {
  const parts = ["a", "b", "c", "d"].map((id) => ({ id, title: `Silence ${id}` }));
  assert.equal(finderOf({ "guide/": { parts } }).find("silence").length, 2);
  assert.equal(finderOf({ "guide/": { kind: "question", parts } }).find("silence").length, 4);
});

test("a question is not found by the title of its page", () => {
  const parts = [{ id: "a", title: "Why us?" }];
  const finder = finderOf({ "q/": { kind: "question", title: "Panic", parts } });
  assert.deepEqual(addresses(finder, "panic"), ["q/"]);
  assert.deepEqual(
    finder.entries.map(({ page }) => page),
    ["", ""],
  );
});

test("a result says which words were found in it", () => {
  const [found] = finderOf({ "a/": { title: "Silent panels" } }).find("silence panel");
  assert.ok(found.terms.size > 0);
  assert.equal(found.kind, "guide");
});

test("the ways in are at hand when nothing is found, and stop words alone find nothing", () => {
  const finder = finderOf({ "start/": { title: "Start here" }, "a/": {} }, ["start/", "gone/"]);
  assert.deepEqual(
    finder.ways.map(({ title }) => title),
    ["Start here"],
  );
  assert.deepEqual(finder.find("the of"), []);
  assert.deepEqual(finder.find(""), []);
});

test("what an index omits is empty", () => {
  const rest = { also: "", text: "", kind: "guide" };
  const index = { kinds: KINDS, ways: [], pages: [{ address: "a/", kind: "guide", parts: [{ id: "b" }] }] };
  assert.deepEqual(new Finder(index).entries, [
    { address: "a/", title: "", where: "Guide", page: "", ...rest },
    { address: "a/#b", title: "", where: "", page: "", ...rest },
  ]);
});
