/** Much work in small slices, so that the page answers while it is done. */

/** In milliseconds: a task of this length is not felt. */
const SLICE = 40;
/** How many things are done before the clock is looked at. */
const CHUNK = 100;

/**
 * Do something with many things, a chunk at a time. Few things are done at once, without any pause:
 *
 *     for (const pause of slices(things, work)) await pause;
 *
 * @template Thing
 * @param {readonly Thing[]} things
 * @param {(chunk: Thing[]) => void} work
 * @param {(done: number, total: number) => void} [onPause] Called before each pause.
 * @returns {Generator<Promise<void>>} A pause whenever the page needs one.
 */
export function* slices(things, work, onPause) {
  let start = performance.now();
  for (let done = 0; done < things.length; done += CHUNK) {
    if (performance.now() - start > SLICE) {
      onPause?.(done, things.length);
      yield nextTask();
      start = performance.now();
    }
    work(things.slice(done, done + CHUNK));
  }
}

/** @returns {Promise<void>} Fulfilled once the browser has drawn and answered what waited. */
function nextTask() {
  return new Promise((resolve) => setTimeout(resolve));
}
