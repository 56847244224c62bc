/**
 * The page's side of what keeps the whole site in the browser: see docs/assets/javascripts/worker/worker.js.
 */

import { required } from "#page/elements.js";
import { base } from "#store/site.js";

const WORKER = `${base}sw.js`;
/** What the names begin with of what the worker keeps. */
const KEPT = `second-impression:${base}:offline:`;
/** The mark of a computer that others use too: see place.js. */
const SHARED = `second-impression:${base}:shared`;

/** @param {HTMLElement} root Says that there is something new. */
export async function startOffline(root) {
  const { serviceWorker } = navigator;
  if (isShared()) return forget();
  required(root, "button", HTMLButtonElement).addEventListener("click", () => location.reload());
  serviceWorker.addEventListener("message", ({ data }) => {
    root.hidden = data.includes(ownScript());
  });
  try {
    const registration = await serviceWorker.register(trusted(WORKER));
    if (serviceWorker.controller) await registration.update();
  } catch {
    // No connection, or a host that has taken the worker back.
    if (await isGone()) await forget();
  }
}

/** @returns {string} The address on the site of what this page is made with. */
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
async function isGone() {
  try {
    return (await fetch(WORKER, { method: "HEAD", cache: "no-store" })).status === 404;
  } catch {
    return false;
  }
}

/** Keep nothing any more. */
async function forget() {
  const registration = await navigator.serviceWorker.getRegistration(base);
  if (registration?.scope === new URL(base, location.href).href) {
    await settled(registration.installing ?? registration.waiting ?? registration.active);
    await registration.unregister();
  }
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(KEPT)).map((name) => caches.delete(name)));
}

/**
 * A worker that is taken away while it takes pages over may leave Firefox without an answer to what they ask for, and
 * may keep the release again that was just deleted.
 *
 * @param {ServiceWorker | null} worker
 * @returns {Promise<void>} Fulfilled once it works, or has failed.
 */
function settled(worker) {
  return new Promise((resolve) => {
    const look = () => (!worker || ["activated", "redundant"].includes(worker.state)) && resolve();
    worker?.addEventListener("statechange", look);
    look();
  });
}

/**
 * The policy of the page lets no text become a script, but for this one.
 *
 * @param {string} address
 * @returns {string}
 */
function trusted(address) {
  const { trustedTypes } = /** @type {any} */ (globalThis);
  if (!trustedTypes) return address;
  return trustedTypes.createPolicy("offline", { createScriptURL: () => address }).createScriptURL(address);
}
