/**
 * Makes the scripts and style sheets that pages load: `node tools/bundle.mjs`, called by tools/finish.py.
 *
 * Pages with the same components load the same script, which has those components. What the first picture of a page needs
 * stands in the page: a style sheet with the rules that can apply there, and a short script. What a page fetches on first
 * use, such as the search, is a script of its own, and so is what a script imports while it runs: `await import(…)`.
 * So are the components of a page with large tools that save something: see start-on-use.js.
 * Names carry a digest of what is in the file, so that a page never meets a script of another release.
 *
 * The licenses of the libraries in them stand beside them, in licenses.txt.
 *
 * Reads two lines from standard input: what is `Given`, and once there are pages, an `Order`. Writes `Bundles` to standard output.
 */

import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { build } from "esbuild";
import { transform } from "lightningcss";
import { readSheets, split, TARGETS } from "./styles.mjs";

/**
 * @typedef {object} Given
 * @property {string} saving Source of the script that starts the components of a page on which readers save something.
 * @property {string} adopting The same where some of it has had another id.
 * @property {string} reading The same for other pages.
 * @property {string} onUse The same for those whose tools come when they are first used.
 * @property {string} store Source of the answers that readers save: a page has them once.
 * @property {string[]} styles Sources of the style sheet, in their order.
 * @property {string} startLater Source of what starts components that are fetched when they are first used.
 * @property {Record<string, string>} early Sources of the scripts that run before anything is drawn, by their names.
 * @property {string} worker Source of the service worker.
 */

/**
 * @typedef {object} Order
 * @property {Record<string, string>} ready Sources of what shows tools until they come on use, by their names.
 * @property {string} folder Where to write.
 * @property {{components: Record<string, string>, pages: string[]}[]} groups Sources of components by their names,
 *   and the files of the pages that have exactly these.
 * @property {string[]} later The names of components that are fetched when they are first used.
 * @property {Record<string, string>} fetched Sources of what pages fetch on first use, by what pages call them.
 */

/**
 * @typedef {object} Bundles
 * @property {{script: string, styles: {style: string, paper: string}[]}[]} groups In the order of the groups: the name of the script's file in
 *   the folder, and the style sheet of each page.
 * @property {Record<string, string>} early The texts of the scripts, by their names.
 * @property {string} worker The text of the service worker.
 * @property {Record<string, string>} fetched Names of files in the folder, by what pages call them.
 */

/** @typedef {import("lightningcss").Rule} Rule */
/** @typedef {import("lightningcss").Selector} Selector */
/** @typedef {Extract<Rule, {type: "page"}>} Page */
/** @typedef {{elements: Set<string>, classes: Set<string>, data: Set<string>}} Used What a page and its scripts name. */
/** @typedef {{text: string, selectors: Selector[]}} Part A rule of a sheet with all that is in it, and what it names. */

/** The folder of a library, from the path of one of its files. */
const LIBRARY = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/;

/** Where markup says that something has had another id. */
const EARLIER = / data-(?:was|renamed)=/;
/** Where it says that its tools come when they are used. */
const ON_USE = / data-on-use[\s>]/;
/** Which of the scripts that run before anything is drawn a page has. */
const EARLY = /(?<=[/"]assets\/)early[\w-]*(?=\.js")/;
/** Where markup has elements and classes. */
const ELEMENT = /(?<=<)[a-z][\w-]*/g;
const CLASSES = /(?<=\bclass=")[^"]*/g;
/** Where it has data that a style or a script goes by. */
const DATA = /(?<=\s)data-[\w-]+/g;
/** Where a rule ends that is in no other, as Lightning CSS prints it. */
const END_OF_PART = /(?<=^\}\n)/m;
/** @type {Selector} */
const EVERYWHERE = [];
/** Where a style gives a name to a variable, a movement or a kind of paper. */
const GIVEN_NAME = /--[\w-]+(?=:)|(?<=@(?:keyframes|page) )[\w-]+/g;
/** Where a script may name an element, and where it gives one a class. */
const MADE_ELEMENT = /(?<=")[a-z]\w*(?=")/g;
const GIVEN_CLASSES = /(?<=\bclass(?:Name=|List\.\w+\()")[^"]*/g;

/** @typedef {Awaited<ReturnType<typeof bundleFile>>} File */

/** @type {Set<string>} Files in the folder that are made. */
const written = new Set();
/** @type {Map<string, Promise<File>>} What scripts import while they run, by its source. */
const imported = new Map();
/** @type {Map<string, Promise<boolean>>} Which components save something, by their names. */
const savers = new Map();
/** @type {Map<string, Used>} What a script names, by its text. */
const named = new Map();

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const given = /** @type {Given} */ (await nextLine());
const sheet = await readSheets(given.styles);
const sheets = split(sheet);
const style = partsOf(sheets.style);
const paper = partsOf(sheets.paper);
const classes = [...new Set(sheet.match(/(?<=\.)[a-z_][\w-]*/gi))];
const data = [...new Set(sheet.match(/(?<=\[)data-[\w-]+/g))];
const early = Object.fromEntries(
  await Promise.all(
    Object.entries(given.early).map(async ([name, path]) => {
      const { text } = await bundled({ entryPoints: [path], format: "iife" });
      return /** @type {const} */ ([name, text.trim()]);
    }),
  ),
);
const worker = await bundled({ entryPoints: [given.worker], format: "iife" });

const order = /** @type {Order} */ (await nextLine());
await mkdir(order.folder, { recursive: true });
const fetched = await Promise.all(
  Object.entries(order.fetched).map(async ([called, path]) => ({
    called,
    ...(await bundleFile(path)),
  })),
);
const groups = await Promise.all(order.groups.map((group) => bundleGroup(group)));
await writeLicenses(fetched.flatMap((each) => each.sources));
process.stdout.write(
  JSON.stringify({
    groups,
    early,
    worker: worker.text,
    fetched: Object.fromEntries(fetched.map(({ called, name }) => [called, name])),
  }),
);

/** @returns {Promise<unknown>} What the next line of the standard input says. Without one there is nothing more to do. */
async function nextLine() {
  const { value, done } = await lines.next();
  return done ? process.exit() : JSON.parse(value);
}

/** @param {Order["groups"][number]} group */
async function bundleGroup({ components, pages }) {
  const script = await bundleComponents(components, await readAll(pages));
  return {
    script: await write("script", "js", script.text),
    styles: await Promise.all(pages.map((page) => stylesFor(page, script))),
  };
}

/** @param {string} path */
async function bundleFile(path) {
  const script = await bundled({ entryPoints: [path] });
  return { ...script, name: await write(basename(path, ".js"), "js", script.text) };
}

/**
 * @param {string} source
 * @returns {Promise<File>} The script that others import while they run. It is made once.
 */
function later(source) {
  const file = imported.get(source) ?? bundleFile(source);
  imported.set(source, file);
  return file;
}

/**
 * The script that starts these components, with the store if one of them needs it.
 *
 * @param {Record<string, string>} components
 * @param {string[]} pages Their markup.
 */
async function bundleComponents(components, pages) {
  const saving = await Promise.all(Object.entries(components).map(saves));
  if (!saving.includes(true)) return bundledEntry(components, given.reading);
  const start = pages.some((page) => EARLIER.test(page)) ? given.adopting : given.saving;
  if (pages.every((page) => ON_USE.test(page))) return bundleOnUse(components, saving, start);
  return onlyStore(await bundledEntry(components, start));
}

/**
 * The script of a page with large tools, without those that save something: they are a file of their own.
 *
 * @param {Record<string, string>} components
 * @param {boolean[]} saving Which of them save something.
 * @param {string} start Source of what starts the tools.
 * @returns {Promise<Script>}
 */
async function bundleOnUse(components, saving, start) {
  const those = (/** @type {boolean} */ wanted) =>
    Object.fromEntries(Object.entries(components).filter((_, n) => saving[n] === wanted));
  const tools = onlyStore(await bundledEntry(those(true), start, { isImported: true }));
  const file = { ...tools, name: await write("tools", "js", tools.text) };
  const script = await bundledEntry(those(false), given.onUse, {
    tools: Object.keys(those(true)),
    file: file.name,
  });
  return { ...script, later: [...script.later, file, ...file.later] };
}

/**
 * @param {[string, string]} component Its name and its source.
 * @returns {Promise<boolean>} Whether readers save something in it. It is found out once.
 */
function saves(component) {
  const [name] = component;
  const found =
    savers.get(name) ?? bundledEntry(Object.fromEntries([component]), given.reading).then(hasStore);
  savers.set(name, found);
  return found;
}

/**
 * @param {Script} script
 * @returns {boolean} Whether it has what readers save.
 */
function hasStore({ sources }) {
  return sources.includes(resolve(given.store));
}

/**
 * What a script imports while it runs has copies of the modules that both need. Of what holds something there can be one.
 *
 * @param {Script} script That has the store.
 */
function onlyStore(script) {
  const other = script.later.find(hasStore);
  if (other) throw new Error(`${other.name} is imported by a script that has the store, and has another one`);
  return script;
}

/**
 * @param {Record<string, string>} components
 * @param {string} start Source of what starts them.
 * @param {{tools?: string[], file?: string, isImported?: boolean}} [use] What comes on use, and the name of its file;
 *   whether this is such a file, which tells when it has started.
 */
function bundledEntry(components, start, { tools, file, isImported = false } = {}) {
  const entries = Object.entries(components);
  const now = entries.filter(([name]) => !order.later.includes(name));
  const later = entries.filter(([name]) => order.later.includes(name));
  const imports = now.map(([, path], n) => `import { init as init${n} } from ${quoted(path)};`);
  const inits = now.map(([name], n) => `${quoted(name)}: init${n}`);
  if (later.length > 0) imports.push(`import { startLater } from ${quoted(given.startLater)};`);
  for (const [name, path] of later)
    inits.push(`${quoted(name)}: (root) => startLater(root, () => import(${quoted(path)}))`);
  const args = [`{ ${inits.join(", ")} }`];
  if (tools) args.push(readyOf(tools, imports), `() => import(${quoted(`./${file}`)})`);
  const contents = [
    `import { startAll } from ${quoted(start)};`,
    ...imports,
    `${isImported ? "export const started = " : ""}startAll(${args.join(", ")});`,
  ].join("\n");
  return bundled({ stdin: { contents, resolveDir: dirname(start) } });
}

/**
 * @param {string[]} tools
 * @param {string[]} imports Here comes what shows them ready.
 * @returns {string} That by their names.
 */
function readyOf(tools, imports) {
  const shown = tools.filter((name) => order.ready[name]);
  const names = shown.map((name, n) => {
    imports.push(`import { ready as ready${n} } from ${quoted(order.ready[name])};`);
    return `${quoted(name)}: ready${n}`;
  });
  return `{ ${names.join(", ")} }`;
}

/** @param {string} text */
function quoted(text) {
  return JSON.stringify(text);
}

/**
 * @typedef {object} Script
 * @property {string} text
 * @property {string[]} sources The files that it came from.
 * @property {File[]} later What it imports while it runs.
 */

/**
 * @param {import("esbuild").BuildOptions} entryOptions
 * @returns {Promise<Script>}
 */
async function bundled(entryOptions) {
  /** @type {Set<File>} */
  const files = new Set();
  const { outputFiles, metafile } = await build({
    bundle: true,
    format: "esm",
    ...entryOptions,
    minify: true,
    charset: "utf8",
    target: "es2022",
    legalComments: "none",
    metafile: true,
    write: false,
    logLevel: "error",
    plugins: [importingLater((file) => files.add(file))],
  });
  const sources = Object.keys(metafile.inputs).filter((name) => name !== "<stdin>");
  return { text: outputFiles[0].text, sources: sources.map((name) => resolve(name)), later: [...files] };
}

/**
 * What a script imports while it runs is a file of its own beside it.
 *
 * @param {(file: File) => void} found Called with each.
 * @returns {import("esbuild").Plugin}
 */
function importingLater(found) {
  return {
    name: "importing-later",
    setup({ onResolve, resolve: find }) {
      onResolve({ filter: /./ }, async ({ kind, path, resolveDir }) => {
        if (kind !== "dynamic-import") return;
        if (written.has(basename(path))) return { path, external: true };
        const source = await find(path, { kind: "import-statement", resolveDir });
        const file = await later(source.path);
        found(file);
        return { path: `./${file.name}`, external: true };
      });
    },
  };
}

/**
 * The rules of the sheets that can apply: those whose elements and classes stand on the page, or are named by a script
 * that works on it.
 *
 * @param {string} page
 * @param {Script} script
 */
async function stylesFor(page, script) {
  const markup = await readFile(page, "utf8");
  const fetchedHere = fetched.filter(({ called }) => markup.includes(`data-script="${called}"`));
  const earlyHere = early[EARLY.exec(markup)?.[0] ?? ""] ?? "";
  const texts = [script, ...script.later, ...fetchedHere].map(({ text }) => text);
  const scripts = [earlyHere, ...texts].map(namedIn);
  const all = (/** @type {RegExp} */ pattern, /** @type {keyof Used} */ kind) =>
    new Set([...allIn(markup, pattern), ...scripts.flatMap((each) => [...each[kind]])]);
  const used = {
    elements: all(ELEMENT, "elements"),
    classes: all(CLASSES, "classes"),
    data: all(DATA, "data"),
  };
  const rules = (/** @type {Part[]} */ parts) =>
    minified(
      parts
        .filter((part) => mayApply(part, used))
        .map(({ text }) => text)
        .join(""),
      classes.filter((name) => !used.classes.has(name)),
      { Selector: (selector) => (canApply(selector, used) ? shortened(selector, used) : []) },
    );
  return withoutUnnamed({ style: rules(style), paper: rules(paper) });
}

/**
 * @param {string} script
 * @returns {Used}
 */
function namedIn(script) {
  const found = named.get(script) ?? {
    elements: new Set(allIn(script, MADE_ELEMENT)),
    classes: new Set(allIn(script, GIVEN_CLASSES)),
    data: new Set(data.filter((name) => isNamed(name, script))),
  };
  named.set(script, found);
  return found;
}

/** @param {string} sheet */
function partsOf(sheet) {
  return sheet.split(END_OF_PART).map((text) => {
    /** @type {Selector[]} */
    const selectors = [];
    const visitor = {
      StyleSheet: (/** @type {import("lightningcss").StyleSheet} */ { rules }) => {
        selectors.push(...rules.flatMap(outermost));
      },
    };
    transform({ filename: "style.css", code: Buffer.from(text), visitor });
    return { text, selectors };
  });
}

/**
 * @param {Rule} rule
 * @returns {Selector[]} Where it applies; what is nested in it applies only there.
 */
function outermost(rule) {
  if (rule.type === "style") return rule.value.selectors;
  if (rule.type === "media" || rule.type === "supports") return rule.value.rules.flatMap(outermost);
  return [EVERYWHERE];
}

/**
 * @param {Part} part
 * @param {Used} used
 */
function mayApply({ selectors }, used) {
  return selectors.some((each) => canApply(each, used));
}

/**
 * The sheets of a page without variables, movements and kinds of paper that none of their rules names.
 *
 * @param {{style: string, paper: string}} sheets
 */
function withoutUnnamed(sheets) {
  const both = sheets.style + sheets.paper;
  const names = [...new Set(both.match(GIVEN_NAME))];
  const unnamed = names.filter(
    (name) => !new RegExp(`(?<!@[a-z]+ |[\\w-])${name}(?![\\w-]*[:{])`).test(both),
  );
  const visitor = { Rule: { page: (/** @type {Page} */ rule) => (isOf(rule, unnamed) ? [] : undefined) } };
  const rules = (/** @type {string} */ sheet) => minified(sheet, unnamed, visitor);
  return { style: rules(sheets.style), paper: rules(sheets.paper) };
}

/**
 * @param {Page} rule
 * @param {string[]} names
 */
function isOf({ value }, names) {
  return value.selectors.some(({ name }) => name && names.includes(name));
}

/**
 * @param {string} sheet
 * @param {string[]} unusedSymbols
 * @param {import("lightningcss").Visitor<{}>} visitor
 */
function minified(sheet, unusedSymbols, visitor) {
  const code = Buffer.from(sheet);
  return transform({
    filename: "style.css",
    code,
    minify: true,
    targets: TARGETS,
    unusedSymbols,
    visitor,
  }).code.toString();
}

/**
 * @param {string} name Of an attribute that begins with `data-`.
 * @param {string} scripts
 * @returns {boolean} Whether they may set it.
 */
function isNamed(name, scripts) {
  const property = name.slice("data-".length).replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
  return scripts.includes(name) || scripts.includes(property);
}

/**
 * Lightning CSS looks for unused classes neither in `:has()` nor in `:is()`, and for elements and data nowhere.
 *
 * @param {Selector} selector
 * @param {Used} used
 * @returns {boolean} Whether the page has what it names. What stands in `:not()` it need not have.
 */
function canApply(selector, used) {
  return selector.every((part) => {
    if (part.type === "type") return used.elements.has(part.name);
    if (part.type === "class") return used.classes.has(part.name);
    if (part.type === "attribute") return !data.includes(part.name) || used.data.has(part.name);
    if (part.type !== "pseudo-class" || !["has", "is", "where"].includes(part.kind)) return true;
    return part.selectors.some((each) => canApply(each, used));
  });
}

/**
 * The selector without what the page does not have of its lists, `:is(.this, .that)`. A list counts as much as the one in
 * it that counts most, so it stays whole where that would go.
 *
 * @param {Selector} selector
 * @param {Used} used
 * @returns {Selector | undefined} Nothing if it stays as it is.
 */
function shortened(selector, used) {
  const parts = selector.map((part) => {
    if (part.type !== "pseudo-class" || !["has", "is", "not", "where"].includes(part.kind)) return part;
    const selectors = part.selectors.filter((each) => canApply(each, used));
    const isShorter = selectors.length < part.selectors.length;
    return isShorter && rank(selectors) === rank(part.selectors) ? { ...part, selectors } : part;
  });
  return parts.some((part, n) => part !== selector[n]) ? parts : undefined;
}

/**
 * @param {Selector[]} list
 * @returns {number} How much it counts in the order of rules (https://www.w3.org/TR/selectors-4/#specificity).
 */
function rank(list) {
  const ranks = list.map((selector) => selector.reduce((sum, part) => sum + rankOf(part), 0));
  return Math.max(...ranks);
}

/** @param {import("lightningcss").SelectorComponent} part */
function rankOf(part) {
  if (part.type === "id") return 10_000;
  if (part.type === "type" || part.type === "pseudo-element") return 1;
  if (part.type === "class" || part.type === "attribute") return 100;
  if (part.type !== "pseudo-class") return 0;
  if (part.kind === "where") return 0;
  return ["has", "is", "not"].includes(part.kind) ? rank(part.selectors) : 100;
}

/**
 * @param {string} text
 * @param {RegExp} pattern
 * @returns {string[]} The words of what the pattern finds.
 */
function allIn(text, pattern) {
  return (text.match(pattern) ?? []).flatMap((found) => found.split(/\s+/));
}

/** @param {string[]} files */
function readAll(files) {
  return Promise.all(files.map((file) => readFile(file, "utf8")));
}

/**
 * Libraries are in what pages fetch on first use, and nowhere else.
 *
 * @param {string[]} sources
 */
async function writeLicenses(sources) {
  const libraries = new Set(sources.flatMap((file) => file.match(LIBRARY)?.[0] ?? []));
  const texts = [...libraries].sort().map(async (folder) => {
    const license = (await readdir(folder)).find((file) => /^licen[sc]e/i.test(file));
    if (!license) throw new Error(`${folder} has no license`);
    return `${basename(folder)}\n\n${(await readFile(join(folder, license), "utf8")).trim()}\n`;
  });
  await writeFile(join(order.folder, "licenses.txt"), (await Promise.all(texts)).join("\n\n"));
}

/**
 * @param {string} name
 * @param {string} ending
 * @param {string} text
 */
async function write(name, ending, text) {
  const digest = createHash("sha256").update(text).digest("hex").slice(0, 10);
  const file = `${name}.${digest}.${ending}`;
  await writeFile(join(order.folder, file), text);
  written.add(file);
  return file;
}
