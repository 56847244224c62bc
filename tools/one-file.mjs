/**
 * Makes the scripts and style sheets of the one-file site: `node tools/one-file.mjs`, called by tools/one_file.py.
 *
 * One script has every component, and everything that they fetch or import dynamically. Modules that depend on the
 * site's host are replaced by those in one-file/.
 *
 * Reads an `Order` from standard input, and writes `Made` to standard output, both as JSON.
 */

import { dirname } from "node:path";
import { json } from "node:stream/consumers";
import { build } from "esbuild";
import { transform } from "lightningcss";
import { readSheets, split, stopWith, TARGETS } from "./styles.mjs";

/**
 * @typedef {object} Order
 * @property {string} open Source of the script that opens the file.
 * @property {string} start Source of the script that starts its pages.
 * @property {string} startLater Source of the starter of components that start on first use.
 * @property {Record<string, string>} components Sources of all components, by name.
 * @property {string[]} later The names of those that start on first use.
 * @property {Record<string, string>} fetched Sources of the scripts that components fetch on first use, by the name
 *   that pages use.
 * @property {Record<string, string>} instead The replacement for each of these sources.
 * @property {string[]} styles Sources of the style sheet, in order.
 */

/**
 * @typedef {object} Made The texts of the scripts and of the style sheets.
 * @property {string} open
 * @property {string} script
 * @property {string} style
 * @property {string} paper
 */

const order = /** @type {Order} */ (await json(process.stdin));
const { style, paper } = split(await readSheets(order.styles).catch(stopWith));
process.stdout.write(
  JSON.stringify({
    open: await bundled({ entryPoints: [order.open] }),
    script: await bundled({ stdin: { contents: entry(), resolveDir: dirname(order.start) } }),
    style: minified(style),
    paper: minified(paper),
  }),
);

function entry() {
  const components = Object.entries(order.components);
  const imports = components.map(([, path], n) => `import { init as init${n} } from ${quoted(path)};`);
  const inits = components.map(([name], n) => `${quoted(name)}: ${started(name, n)}`);
  const scripts = Object.entries(order.fetched).map(
    ([name, path]) => `${quoted(name)}: () => import(${quoted(path)})`,
  );
  return [
    `import { start } from ${quoted(order.start)};`,
    `import { startLater } from ${quoted(order.startLater)};`,
    ...imports,
    `start({ ${inits.join(", ")} }, { ${scripts.join(", ")} });`,
  ].join("\n");
}

/**
 * @param {string} name
 * @param {number} n
 */
function started(name, n) {
  return order.later.includes(name)
    ? `(root) => startLater(root, async () => ({ init: init${n} }))`
    : `init${n}`;
}

/**
 * @param {import("esbuild").BuildOptions} entryOptions
 * @returns {Promise<string>}
 */
async function bundled(entryOptions) {
  const { outputFiles } = await build({
    bundle: true,
    format: "iife",
    ...entryOptions,
    minify: true,
    charset: "utf8",
    target: "es2022",
    legalComments: "none",
    write: false,
    logLevel: "error",
    plugins: [insteadOf(order.instead)],
  });
  return outputFiles[0].text.trim();
}

/**
 * @param {Record<string, string>} replaced
 * @returns {import("esbuild").Plugin}
 */
function insteadOf(replaced) {
  return {
    name: "instead-of",
    setup({ onResolve, resolve }) {
      onResolve({ filter: /./ }, async ({ kind, path, resolveDir, pluginData }) => {
        if (kind === "entry-point" || pluginData === "found") return;
        const found = await resolve(path, { kind, resolveDir, pluginData: "found" });
        return replaced[found.path] ? { path: replaced[found.path] } : found;
      });
    },
  };
}

/** @param {string} sheet */
function minified(sheet) {
  const code = Buffer.from(sheet);
  return transform({ filename: "style.css", code, minify: true, targets: TARGETS }).code.toString();
}

/** @param {string} text */
function quoted(text) {
  return JSON.stringify(text);
}
