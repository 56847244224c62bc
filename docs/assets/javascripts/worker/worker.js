/**
 * The service worker: it keeps the whole site in the browser, so that it opens without a connection.
 *
 * A release is kept as a whole or not at all. Each file is checked against the digest that the build recorded, so that
 * files published meanwhile don't get into it. Pages come from the network if there is one; files with a digest in
 * their name come from the cache. So no page ever meets a script of another release. The previous release is kept too,
 * for pages that are still open.
 */

/**
 * @typedef {{name: string, files: Record<string, string>}} Release The first digits of the digest of each file, by its
 *   address on the site.
 */

const worker = /** @type {ServiceWorkerGlobalScope & {release: Release}} */ (/** @type {unknown} */ (self));
const { files, name } = worker.release;
const site = worker.registration.scope;
/** Other sites may be on the same host, and other copies of this one. */
const CACHE_PREFIX = `second-impression:${new URL(site).pathname}:offline:`;
const RELEASE_CACHE = CACHE_PREFIX + name;
/** A name that contains a digest of the content. */
const NAMED_BY_DIGEST = /\.[0-9a-f]{10}\.\w+$/;
const NOT_FOUND = "404.html";
/** In milliseconds: how long the network may take when the page is in the cache. */
const NETWORK_TIMEOUT = 5000;

worker.addEventListener("install", (event) => {
  worker.skipWaiting();
  event.waitUntil(cacheRelease());
});

worker.addEventListener("activate", (event) => event.waitUntil(takeOver()));

worker.addEventListener("fetch", (event) => {
  const { request, preloadResponse } = event;
  const address = addressOf(request.url);
  if (request.method !== "GET" || address === null) return;
  if (request.mode === "navigate") event.respondWith(page(request, address, preloadResponse));
  else if (NAMED_BY_DIGEST.test(address)) event.respondWith(namedByDigest(request));
  else if (address in files) event.respondWith(networkFirst(request, address));
});

async function cacheRelease() {
  const addresses = Object.keys(files);
  const kept = await Promise.all(addresses.map((address) => verifiedFile(address, files[address])));
  const cache = await caches.open(RELEASE_CACHE);
  try {
    await Promise.all(addresses.map((address, n) => cache.put(site + address, kept[n])));
  } catch (error) {
    // No room for all of it: nothing is kept.
    await caches.delete(RELEASE_CACHE);
    throw error;
  }
}

/**
 * @param {string} address
 * @param {string} digest
 * @returns {Promise<Response>} The file as it was built, from a release that is already kept or from the network.
 */
async function verifiedFile(address, digest) {
  for (const release of await cachedReleases()) {
    const kept = await (await caches.open(release)).match(site + address);
    if (kept && (await digestOf(kept)).startsWith(digest)) return kept;
  }
  const fetched = await fetch(site + address, { cache: "no-cache" });
  if (fetched.ok && (await digestOf(fetched)).startsWith(digest)) return fetched;
  throw new Error(`${address} is not of this release.`);
}

/** @param {Response} file */
async function digestOf(file) {
  const digest = await crypto.subtle.digest("SHA-256", await file.clone().arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** @returns {Promise<string[]>} Names, the latest last. */
async function cachedReleases() {
  return (await caches.keys()).filter((each) => each.startsWith(CACHE_PREFIX));
}

async function takeOver() {
  const others = (await cachedReleases()).filter((each) => each !== RELEASE_CACHE);
  await Promise.all(others.slice(0, -1).map((each) => caches.delete(each)));
  await worker.registration.navigationPreload?.enable();
  await worker.clients.claim();
  // Tell open pages which files are available now.
  for (const page of await worker.clients.matchAll()) page.postMessage(Object.keys(files));
}

/**
 * @param {string} url
 * @returns {string | null} Its address on the site; null if it is elsewhere.
 */
function addressOf(url) {
  const { origin, pathname } = new URL(url);
  const path = origin + pathname;
  return path.startsWith(site) ? path.slice(site.length) : null;
}

/**
 * @param {Request} request
 * @param {Promise<Response | undefined>} [preloaded] The browser's own request while the worker was starting up.
 * @returns {Promise<Response>}
 */
async function fromNetwork(request, preloaded) {
  const response = (await preloaded) ?? (await fetch(request));
  // Without a connection, Firefox resolves the preload with an error response.
  if (response.type === "error" || response.status >= 500)
    throw new Error(`${request.url}: ${response.status}`);
  return response;
}

/**
 * @param {Request} request
 * @param {string} address
 * @param {Promise<Response | undefined>} preloaded
 * @returns {Promise<Response>}
 */
async function page(request, address, preloaded) {
  const kept = (await cachedFile(address)) ?? (await cachedFile(`${address}/`));
  const network = fromNetwork(request, preloaded);
  if (!kept) return network.catch(async () => (await cachedFile(NOT_FOUND)) ?? Response.error());
  const late = new Promise((resolve) => setTimeout(resolve, NETWORK_TIMEOUT));
  return Promise.race([network, late.then(() => kept)]).catch(() => kept);
}

/** @param {Request} request */
async function namedByDigest(request) {
  for (const release of (await cachedReleases()).reverse()) {
    const kept = await (await caches.open(release)).match(request);
    if (kept) return kept;
  }
  return fetch(request);
}

/**
 * @param {Request} request
 * @param {string} address
 */
async function networkFirst(request, address) {
  try {
    return await fromNetwork(request);
  } catch {
    return (await cachedFile(address)) ?? Response.error();
  }
}

/** @param {string} address */
async function cachedFile(address) {
  return (await caches.open(RELEASE_CACHE)).match(site + address);
}
