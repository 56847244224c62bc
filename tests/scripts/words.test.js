// Values in words of the page, in the right plural form; what readers typed, marked and cut.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  answerExcerpt,
  answerWords,
  fill,
  readerTextElement,
  shortened,
  showCount,
  showWords,
} from "../../docs/assets/javascripts/text/words.js";

const ITEMS = { one: "{total} item of {name}", other: "{total} items of {name}" };
const createElement = (name) => ({ name });
const inLanguage = (lang) =>
  Object.assign(globalThis, { document: { documentElement: { lang }, createElement } });

test("every blank is filled in, and an unknown one stays visible", () => {
  assert.equal(fill("{done} of {total}", { done: 1, total: 5 }), "1 of 5");
  assert.equal(fill("{doen}", { done: 1 }), "{doen}");
  assert.equal(fill(undefined, {}), "");
  assert.equal(fill("{total} left"), "{total} left");
});

test("an empty answer and a zero are values too", () => {
  assert.equal(fill("{name}: {done}", { name: "", done: 0 }), ": 0");
});

test("the number chooses the plural form, even of forms in an attribute", () => {
  inLanguage("en");
  assert.equal(fill(ITEMS, { total: 1, name: "a" }), "1 item of a");
  assert.equal(fill(JSON.stringify(ITEMS), { total: 2, name: "a" }), "2 items of a");
  assert.equal(fill({ other: "{total} saved" }, { total: 1 }), "1 saved");
});

test("the first blank is the number, wherever it occurs", () => {
  inLanguage("en");
  const left = { one: "Only {left} left of {all}", other: "Still {left} left of {all}" };
  assert.equal(fill(left, { left: 1, all: 5 }), "Only 1 left of 5");
  assert.equal(fill(left, { left: 5, all: 1 }), "Still 5 left of 1");
});

test("without a number, the plural form is the other one", () => {
  inLanguage("en");
  assert.equal(fill({ one: "One", other: "Some" }, { total: 1 }), "Some");
  assert.equal(fill(ITEMS, { name: "a" }), "{total} items of a");
});

test("plural forms are those of the page's language", () => {
  inLanguage("pl");
  const steps = { one: "{n} krok", few: "{n} kroki", many: "{n} kroków", other: "{n} kroku" };
  assert.deepEqual(
    [1, 3, 5, 22].map((n) => fill(steps, { n })),
    ["1 krok", "3 kroki", "5 kroków", "22 kroki"],
  );
});

/** An element inside one with the words for answers, or inside none. */
const below = (words) => ({
  closest: (selector) =>
    selector === "[data-answers]" && words
      ? { getAttribute: (name) => (name === "data-answers" ? JSON.stringify(words) : null) }
      : null,
});

test("an answer is shown in the words of the page, and a typed one as it is", () => {
  const root = below({ yes: "Yes, I did", "": "No answer" });
  assert.equal(answerWords(root, "yes"), "Yes, I did");
  assert.equal(answerWords(root, ""), "No answer");
  assert.equal(answerWords(root, "I froze."), "I froze.");
});

test("an answer that is the name of a property of every object is still shown as typed", () => {
  assert.equal(answerWords(below({ yes: "Yes" }), "constructor"), "constructor");
});

test("where a page has no words for answers, an answer is shown as it is", () => {
  assert.equal(answerWords(below(), "yes"), "yes");
});

/** As much of an element as showing words needs: strings and elements side by side. */
function paragraph(text = "") {
  return {
    textContent: text,
    drawn: 0,
    replaceChildren(...nodes) {
      this.drawn += 1;
      this.nodes = nodes.filter((node) => node !== "");
      this.textContent = nodes.map((node) => node.textContent ?? node).join("");
    },
  };
}

const own = (textContent) => ({ name: "bdi", textContent, dir: "auto", translate: false });

test("what a reader typed is set apart from the words around it", () => {
  inLanguage("en");
  const line = paragraph();
  showWords(line, "Delete {name} of {day}?", { name: "Acme", day: "Monday" }, "name");
  assert.deepEqual(line.nodes, ["Delete ", own("Acme"), " of Monday?"]);
});

test("braces that a reader typed are text, not a blank", () => {
  inLanguage("en");
  const line = paragraph();
  showWords(line, "{name} of {day}", { name: "{day}", day: "Monday" }, "name");
  assert.deepEqual(line.nodes, [own("{day}"), " of Monday"]);
});

test("what a reader typed may occur twice in a sentence, and in a plural form", () => {
  inLanguage("en");
  const line = paragraph();
  showWords(
    line,
    { one: "{n} for {name}", other: "{n} for {name}, all {name}" },
    { n: 2, name: "Acme" },
    "name",
  );
  assert.deepEqual(line.nodes, ["2 for ", own("Acme"), ", all ", own("Acme")]);
});

test("a blank for what nobody typed stays visible, and without words nothing is shown", () => {
  inLanguage("en");
  const line = paragraph("Before");
  showWords(line, "Delete {name}", {}, "name");
  assert.equal(line.textContent, "Delete {name}");
  assert.deepEqual(line.nodes, ["Delete ", own("{name}")]);
  showWords(line, undefined, {}, "name");
  assert.equal(line.textContent, "");
});

test("words that are already shown are not set again", () => {
  inLanguage("en");
  const line = paragraph("Delete Acme?");
  showWords(line, "Delete {name}?", { name: "Acme" }, "name");
  assert.equal(line.drawn, 0);
  showWords(line, "Delete {name}?", { name: "Umbra" }, "name");
  assert.equal(line.drawn, 1);
});

test("a typed text has its own direction, is not translated, and may be in another kind of element", () => {
  inLanguage("en");
  assert.deepEqual(readerTextElement("Acme"), own("Acme"));
  assert.deepEqual(readerTextElement("Acme", "td"), { ...own("Acme"), name: "td" });
});

test("only the beginning of a long text is shown, and a text that just fits stays whole", () => {
  assert.equal(shortened("abcde", 5), "abcde");
  assert.equal(shortened("abcdef", 5), "abcde…");
  assert.equal(shortened("ab\ncd", 4), "ab\nc…");
});

test("a line of a list holds eighty characters of an answer", () => {
  const root = below({ yes: "Yes, I did" });
  assert.equal(answerExcerpt(root, "yes"), "Yes, I did");
  assert.equal(answerExcerpt(root, "a".repeat(80)), "a".repeat(80));
  assert.equal(answerExcerpt(root, "a".repeat(81)), `${"a".repeat(80)}…`);
});

const FAMILY = "👨‍👩‍👧";
const ACCENTED = "e\u0301\u0323";

test("an emoji and a letter with its accents count as one character each, and are never split", () => {
  assert.equal(shortened(FAMILY.repeat(3), 2), `${FAMILY.repeat(2)}…`);
  assert.equal(shortened(FAMILY.repeat(3), 3), FAMILY.repeat(3));
  assert.equal(shortened(ACCENTED.repeat(3), 2), `${ACCENTED.repeat(2)}…`);
});

test("without Intl.Segmenter a letter keeps its accents, and no emoji is cut in half", (context) => {
  const { Segmenter } = Intl;
  context.after(() => Object.assign(Intl, { Segmenter }));
  Object.assign(Intl, { Segmenter: undefined });
  assert.equal(shortened(ACCENTED.repeat(3), 2), `${ACCENTED.repeat(2)}…`);
  assert.equal(shortened("🙂🙂🙂", 2), "🙂🙂…");
  assert.equal(shortened("abc\n\n", 4), "abc\n…");
});

test("a count is shown, and hidden when it is zero", () => {
  inLanguage("en");
  globalThis.HTMLElement = class {};
  const line = Object.assign(new HTMLElement(), {
    dataset: { words: "{count} left" },
    textContent: "",
    hidden: false,
  });
  const root = { querySelector: () => line };
  showCount(root, "[data-left]", 2);
  assert.deepEqual([line.textContent, line.hidden], ["2 left", false]);
  showCount(root, "[data-left]", 0);
  assert.equal(line.hidden, true);
});
