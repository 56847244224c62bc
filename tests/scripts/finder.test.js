// Which answer the search puts first, of two that hold the same words.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Finder } from "../../macros/components/search/finder.js";

/** @param {Record<string, string>} words Words of readers, by the address of their page. */
function finderOf(words) {
  const pages = Object.entries(words).map(([address, also]) => ({
    address,
    kind: "guide",
    title: "A page",
    also,
    text: "",
    parts: [],
  }));
  return new Finder({ kinds: { guide: "Guide" }, ways: [], pages });
}

test("a phrase of readers that was typed as a whole counts more than its words in other phrases", () => {
  const finder = finderOf({
    "friend/": "gave up, let my hopes down",
    "fired/": "other words, gave a speech, let down",
  });
  assert.equal(finder.find("they let me down")[0]?.address, "fired/");
});

test("the words of a phrase may stand in any order, among others", () => {
  const finder = finderOf({
    "one/": "broke a heel, a shoe, new shoe",
    "two/": "shoe broke, a heel, a toe, a leg",
  });
  assert.equal(finder.find("i broke my left shoe")[0]?.address, "two/");
});
