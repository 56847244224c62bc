/**
 * Makes the scripts and style sheets that pages load: `node tools/bundle.mjs`, called by tools/finish.py.
 *
 * Pages with the same components share a script with those components. What the first paint needs is inlined in the
 * page: a style sheet with the rules that can apply there, and a short script. Code that a page fetches on first use,
 * such as the search, is a script of its own. So is everything behind `await import(…)`, and so are the components of a
 * page with large tools that save answers: see start-on-use.js. File names contain a digest of the content, so that a
 * page never meets a script of another release.
 *
 * The licenses of bundled libraries are in licenses.txt beside the scripts.
 *
 * Reads two lines of JSON from standard input: `Given`, and once there are pages, an `Order`. Writes `Bundles` to
 * standard output.
 */

import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { build } from "esbuild";
import { transform } from "lightningcss";
import { readSheets, split, stopWith, TARGETS } from "./styles.mjs";

/**
 * @typedef {object} Given
 * @property {string} saving Source of the script that starts the components of a page on which readers save answers.
 * @property {string} adopting The same for pages with ids that have changed.
 * @property {string} reading The same for other pages.
 * @property {string} onUse The same for pages whose tools load on first use.
 * @property {string} store Source of the store, of which a page may have only one instance.
 * @property {string[]} styles Sources of the style sheet, in order.
 * @property {string} startLater Source of the starter of components that are fetched on first use.
 * @property {Record<string, string>} early Sources of the scripts that run before anything is drawn, by name.
 * @property {string} worker Source of the service worker.
 */

/**
 * @typedef {object} Order
 * @property {Record<string, string>} ready Sources of the scripts that show tools until these load on use, by the names
 *   of the tools.
 * @property {string} folder The folder to write to.
 * @property {{components: Record<string, string>, pages: string[]}[]} groups Sources of components by name, and the
 *   files of the pages with exactly these components.
 * @property {string[]} later The names of components that are fetched on first use.
 * @property {Record<string, string>} fetched Sources of the scripts that pages fetch on first use, by the name that
 *   pages use.
 */

/**
 * The first line of the answer. After it comes a line for each page, group by group: its style sheets.
 *
 * @typedef {object} Bundles
 * @property {string[]} scripts In the order of the groups: the file name of the script in the folder.
 * @property {Record<string, string>} early The texts of the scripts, by name.
 * @property {string} worker The text of the service worker.
 * @property {Record<string, string>} fetched Names of files in the folder, by the name that pages use.
 */

/** @typedef {import("lightningcss").Rule} Rule */
/** @typedef {import("lightningcss").Selector} Selector */
/** @typedef {Extract<Rule, {type: "page"}>} Page */
/**
 * @typedef {{elements: Set<string>, classes: Set<string>, data: Set<string>}} Used The names that a page and its
 *   scripts use.
 */
/**
 * @typedef {{text: string, selectors: Selector[]}} Part A top-level rule of a sheet with everything nested in it, and
 *   its selectors.
 */

/** The folder of a library, from the path of one of its files. */
const LIBRARY = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/;

/** Matches markup with ids that have changed. */
const EARLIER = / data-(?:was|renamed)=/;
/** Matches markup whose tools load on use. */
const ON_USE = / data-on-use[\s>]/;
/** Matches the name of the script that a page runs before anything is drawn. */
const EARLY = /(?<=[/"]assets\/)early[\w-]*(?=\.js")/;
/** Match the elements and the classes in markup. */
const ELEMENT = /(?<=<)[a-z][\w-]*/g;
const CLASSES = /(?<=\bclass=")[^"]*/g;
/** Matches the data attributes in markup. */
const DATA = /(?<=\s)data-[\w-]+/g;
/** Matches the end of a top-level rule, as Lightning CSS prints it. */
const END_OF_PART = /(?<=^\}\n)/m;
/** @type {Selector} */
const EVERYWHERE = [];
/** Matches the names that a style sheet defines for variables, keyframes and pages. */
const GIVEN_NAME = /--[\w-]+(?=:)|(?<=@(?:keyframes|page) )[\w-]+/g;
/** Match places where a script may name an element, and where it sets a class. */
const MADE_ELEMENT = /(?<=")[a-z]\w*(?=")/g;
const GIVEN_CLASSES = /(?<=\bclass(?:Name=|List\.\w+\()")[^"]*/g;

/** @typedef {Awaited<ReturnType<typeof bundleFile>>} File */

/** @type {Set<string>} Names of the files written to the folder. */
const written = new Set();
/** @type {Map<string, Promise<File>>} Dynamically imported scripts, by source. */
const imported = new Map();
/** @type {Map<string, Promise<boolean>>} Whether each component saves answers, by name. */
const savers = new Map();
/** @type {Map<string, Used>} The names that a script uses, by its text. */
const named = new Map();

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const given = /** @type {Given} */ (await nextLine());
const sheet = await readSheets(given.styles).catch(stopWith);
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
const scripts = await Promise.all(order.groups.map((group) => bundleGroup(group)));
await writeLicenses(fetched.flatMap((each) => each.sources));
answer({
  scripts: scripts.map(({ name }) => name),
  early,
  worker: worker.text,
  fetched: Object.fromEntries(fetched.map(({ called, name }) => [called, name])),
});
// One page after the other, so that memory holds the sheets of no more than one.
for (const [n, { pages }] of order.groups.entries())
  for (const page of pages) answer(await stylesFor(page, scripts[n]));

/** @param {unknown} line */
function answer(line) {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

/** @returns {Promise<unknown>} The next line of standard input, parsed. Exits if there is none. */
async function nextLine() {
  const { value, done } = await lines.next();
  return done ? process.exit() : JSON.parse(value);
}

/** @param {Order["groups"][number]} group */
async function bundleGroup({ components, pages }) {
  const script = await bundleComponents(components, await readAll(pages));
  return { ...script, name: await write("script", "js", script.text) };
}

/** @param {string} path */
async function bundleFile(path) {
  const script = await bundled({ entryPoints: [path] });
  return { ...script, name: await write(basename(path, ".js"), "js", script.text) };
}

/**
 * @param {string} source
 * @returns {Promise<File>} The bundle of a dynamically imported script, made only once.
 */
function later(source) {
  const file = imported.get(source) ?? bundleFile(source);
  imported.set(source, file);
  return file;
}

/**
 * Bundle the script that starts these components, with the store if one of them needs it.
 *
 * @param {Record<string, string>} components
 * @param {string[]} pages The markup of their pages.
 */
async function bundleComponents(components, pages) {
  const saving = await Promise.all(Object.entries(components).map(saves));
  if (!saving.includes(true)) return bundledEntry(components, given.reading);
  const start = pages.some((page) => EARLIER.test(page)) ? given.adopting : given.saving;
  if (pages.every((page) => ON_USE.test(page))) return bundleOnUse(components, saving, start);
  return onlyStore(await bundledEntry(components, start));
}

/**
 * Bundle the script of a page with large tools, without the ones that save answers: those go into a file of their own.
 *
 * @param {Record<string, string>} components
 * @param {boolean[]} saving Whether each of them saves answers.
 * @param {string} start Source of the starter of the tools.
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
 * @returns {Promise<boolean>} Whether it saves answers; cached.
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
 * @returns {boolean} Whether it contains the store.
 */
function hasStore({ sources }) {
  return sources.includes(resolve(given.store));
}

/**
 * Make sure that there is only one store. A dynamically imported script has its own copies of shared modules, which
 * would be wrong for one with state.
 *
 * @param {Script} script The script that has the store.
 */
function onlyStore(script) {
  const other = script.later.find(hasStore);
  if (other) throw new Error(`${other.name} is imported by a script that has the store, and has another one`);
  return script;
}

/**
 * @param {Record<string, string>} components
 * @param {string} start Source of their starter.
 * @param {{tools?: string[], file?: string, isImported?: boolean}} [use] The tools that load on use and the name of
 *   their file; or whether this is such a file, which exports when it has started.
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
 * @param {string[]} imports Receives the imports of the scripts that show them ready.
 * @returns {string} Source of an object with their `ready` functions, by name.
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
 * @property {string[]} sources The files that it was bundled from.
 * @property {File[]} later Scripts that it imports dynamically.
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
 * Make an esbuild plugin that bundles dynamically imported scripts as files of their own.
 *
 * @param {(file: File) => void} found Called with each such file.
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
 * Return the rules of the sheets that can apply: those whose elements, classes and data are on the page, or are named
 * by one of its scripts.
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
 * @returns {Selector[]} The elements that it applies to, which include those of nested rules.
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
 * Remove variables, keyframes and pages that no rule of the sheets uses.
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
 * @param {string} name The name of an attribute that begins with `data-`.
 * @param {string} scripts
 * @returns {boolean} Whether the scripts may set it.
 */
function isNamed(name, scripts) {
  const property = name.slice("data-".length).replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
  return scripts.includes(name) || scripts.includes(property);
}

/**
 * Lightning CSS removes unused classes, but not inside `:has()` and `:is()`, and no unused elements or data.
 *
 * @param {Selector} selector
 * @param {Used} used
 * @returns {boolean} Whether the page has everything that it names. The content of `:not()` does not matter.
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
 * Drop alternatives that the page lacks from selector lists such as `:is(.this, .that)`. A list has the specificity of
 * its most specific alternative, so it stays whole if that one would be dropped.
 *
 * @param {Selector} selector
 * @param {Used} used
 * @returns {Selector | undefined} Undefined if it stays unchanged.
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
 * @returns {number} Its specificity (https://www.w3.org/TR/selectors-4/#specificity).
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
 * @returns {string[]} The words in all matches of the pattern.
 */
function allIn(text, pattern) {
  return (text.match(pattern) ?? []).flatMap((found) => found.split(/\s+/));
}

/** @param {string[]} files */
function readAll(files) {
  return Promise.all(files.map((file) => readFile(file, "utf8")));
}

/**
 * Write the licenses of libraries. Only scripts fetched on first use contain any.
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
