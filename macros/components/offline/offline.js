/**
 * The page's side of keeping the whole site in the browser: see docs/assets/javascripts/worker/worker.js.
 */

import { required } from "#page/elements.js";
import { base } from "#store/site.js";

const WORKER = `${base}sw.js`;
/** Prefix of the names of the worker's caches. */
const CACHE_PREFIX = `second-impression:${base}:offline:`;
/** The key that marks a computer that others use too: see storage-switch.js. */
const SHARED = `second-impression:${base}:shared`;

/** @param {HTMLElement} root The notice of a new release. */
export async function startOffline(root) {
  const { serviceWorker } = navigator;
  if (isShared()) return removeWorker();
  required(root, "button", HTMLButtonElement).addEventListener("click", () => location.reload());
  serviceWorker.addEventListener("message", ({ data }) => {
    root.hidden = data.includes(ownScript());
  });
  try {
    const registration = await serviceWorker.register(trustedUrl(WORKER));
    if (serviceWorker.controller) await registration.update();
  } catch {
    // No connection, or a host that has removed the worker.
    if (await isWorkerRemoved()) await removeWorker();
  }
}

/** @returns {string} The address of this page's script, relative to the site. */
function ownScript() {
  return required(document, "script[src]", HTMLScriptElement).src.slice(
    new URL(base, location.href).href.length,
  );
}

/** @returns {boolean} Whether nothing should be left on this computer. */
function isShared() {
  try {
    return localStorage.getItem(SHARED)?.startsWith("on:") ?? false;
  } catch {
    return false;
  }
}

/** @returns {Promise<boolean>} Whether the host says that there is no worker. */
async function isWorkerRemoved() {
  try {
    return (await fetch(WORKER, { method: "HEAD", cache: "no-store" })).status === 404;
  } catch {
    return false;
  }
}

/** Unregister the worker and delete what it keeps. */
async function removeWorker() {
  const registration = await navigator.serviceWorker.getRegistration(base);
  if (registration?.scope === new URL(base, location.href).href) {
    await untilSettled(registration.installing ?? registration.waiting ?? registration.active);
    await registration.unregister();
  }
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(CACHE_PREFIX)).map((name) => caches.delete(name)));
}

/**
 * A worker that is unregistered while it takes over pages may leave their requests unanswered in Firefox, and may cache
 * the deleted release again.
 *
 * @param {ServiceWorker | null} worker
 * @returns {Promise<void>} Fulfilled once it is active, or has failed.
 */
function untilSettled(worker) {
  return new Promise((resolve) => {
    const look = () => (!worker || ["activated", "redundant"].includes(worker.state)) && resolve();
    worker?.addEventListener("statechange", look);
    look();
  });
}

/**
 * The policy of the page allows no string as the address of a script, except for this one.
 *
 * @param {string} address
 * @returns {string}
 */
function trustedUrl(address) {
  const { trustedTypes } = /** @type {any} */ (globalThis);
  if (!trustedTypes) return address;
  return trustedTypes.createPolicy("offline", { createScriptURL: () => address }).createScriptURL(address);
}
