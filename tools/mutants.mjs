/**
 * Makes mutants of the scripts that have tests in Node: `node tools/mutants.mjs FOLDER`, called by tools/mutants.py.
 *
 * The folder is a copy of the project. Stryker writes all mutants of a script into it; an environment variable
 * activates one. A list of them goes to standard output.
 */

import { readdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const STRYKER = createRequire(resolve("requirements/mutants/package.json")).resolve(
  "@stryker-mutator/instrumenter",
);
const TESTS = "tests/scripts";
const IMPORTED = /(?<= from ")\.[^"]+(?=";)/g;
const QUIET = { debug() {}, info() {}, isDebugEnabled: () => false };

const [, , folder] = process.argv;
const { Instrumenter } = await import(pathToFileURL(STRYKER).href);
const files = await Promise.all(
  (await tested()).map(async (name) => ({ name, mutate: true, content: await read(name) })),
);
const result = await new Instrumenter(QUIET).instrument(files, {
  plugins: null,
  excludedMutations: [],
  ignorers: [],
});
await Promise.all(result.files.map(({ name, content }) => writeFile(join(folder, name), content)));
process.stdout.write(JSON.stringify(result.mutants.map(described)));

/** @returns {Promise<string[]>} The scripts that the tests import. */
async function tested() {
  const names = await readdir(TESTS);
  const texts = await Promise.all(names.map((name) => read(join(TESTS, name))));
  const paths = texts.flatMap((text) => text.match(IMPORTED) ?? []).map((path) => join(TESTS, path));
  return [...new Set(paths)].sort();
}

/** @param {string} name */
function read(name) {
  return readFile(name, "utf-8");
}

/** @param {{id: string, fileName: string, location: {start: {line: number}}, replacement: string}} mutant */
function described({ id, fileName, location, replacement }) {
  return { id, place: `${relative(".", fileName)}:${location.start.line + 1}`, replacement };
}
