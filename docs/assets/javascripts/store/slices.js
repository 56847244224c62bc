/** Much work in small slices, so that the page answers while it is done. */

/** In milliseconds: a task of this length is not felt. */
const SLICE = 40;
/** How many things are done before the clock is looked at. */
const CHUNK = 100;

/**
 * Do something with many things, a chunk at a time. Few things are all done when this returns; after many
 * there is a pause, so that what follows is a task of its own.
 *
 * @template Thing
 * @param {readonly Thing[]} things
 * @param {(chunk: Thing[]) => void} work
 * @param {(done: number, total: number) => void} [onPause] Called before each pause.
 */
export async function inSlices(things, work, onPause) {
  let start = performance.now();
  let hasPaused = false;
  for (let done = 0; done < things.length; done += CHUNK) {
    if (performance.now() - start > SLICE) {
      onPause?.(done, things.length);
      await nextTask();
      hasPaused = true;
      start = performance.now();
    }
    work(things.slice(done, done + CHUNK));
  }
  if (hasPaused) await nextTask();
}

/** @returns {Promise<void>} Fulfilled once the browser has drawn and answered what waited. */
export function nextTask() {
  return new Promise((resolve) => setTimeout(resolve));
}
