/** Ends what worker.js began, in every browser that comes by: what a build without it publishes in its place. */

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const KEPT = `second-impression:${new URL(worker.registration.scope).pathname}:offline:`;

worker.addEventListener("install", () => worker.skipWaiting());

worker.addEventListener("activate", (event) => {
  event.waitUntil(end());
});

async function end() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(KEPT)).map((name) => caches.delete(name)));
  await worker.registration.unregister();
}
