// Values in words of the page, in the plural form that their number asks for.

import assert from "node:assert/strict";
import { test } from "node:test";
import { fill } from "../../docs/assets/javascripts/text/words.js";

const ITEMS = { one: "{total} item of {name}", other: "{total} items of {name}" };
const inLanguage = (lang) => Object.assign(globalThis, { document: { documentElement: { lang } } });

test("each blank is filled in, and an unknown one stays to be seen", () => {
  assert.equal(fill("{done} of {total}", { done: 1, total: 5 }), "1 of 5");
  assert.equal(fill("{doen}", { done: 1 }), "{doen}");
  assert.equal(fill(undefined, {}), "");
});

test("the number chooses the plural form, also of forms in an attribute", () => {
  inLanguage("en");
  assert.equal(fill(ITEMS, { total: 1, name: "a" }), "1 item of a");
  assert.equal(fill(JSON.stringify(ITEMS), { total: 2, name: "a" }), "2 items of a");
  assert.equal(fill({ other: "{total} saved" }, { total: 1 }), "1 saved");
});

test("plural forms are those of the page's language", () => {
  inLanguage("pl");
  const steps = { one: "{n} krok", few: "{n} kroki", many: "{n} kroków", other: "{n} kroku" };
  assert.deepEqual(
    [1, 3, 5, 22].map((n) => fill(steps, { n })),
    ["1 krok", "3 kroki", "5 kroków", "22 kroki"],
  );
});
