/**
 * Undoes worker.js in every browser that visits. A build without the service worker publishes this script in its
 * place.
 */

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const CACHE_PREFIX = `second-impression:${new URL(worker.registration.scope).pathname}:offline:`;

worker.addEventListener("install", () => worker.skipWaiting());

worker.addEventListener("activate", (event) => {
  event.waitUntil(removeWorker());
});

async function removeWorker() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(CACHE_PREFIX)).map((name) => caches.delete(name)));
  await worker.registration.unregister();
}
