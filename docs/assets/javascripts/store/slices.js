/** Does long work in small slices, so that the page stays responsive. */

/** In milliseconds: nobody notices a task of this length. */
const SLICE = 40;
/** The number of items between two looks at the clock. */
const CHUNK = 100;

/**
 * Process many items, a chunk at a time. Few items are all processed when this returns. After many there is a pause, so
 * that whatever follows is a task of its own.
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

/** @returns {Promise<void>} Fulfilled once the browser has had a chance to draw and to handle waiting events. */
export function nextTask() {
  return new Promise((resolve) => setTimeout(resolve));
}
