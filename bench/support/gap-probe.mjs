/** Loaded into a process of the service beside its program: watches for the longest time it served nobody. */
import { performance } from 'node:perf_hooks';

/** `monitorEventLoopDelay` misses a block that follows its reset; a timer that looks at the clock does not. */
const TIMER_MS = 5;

let longest = 0;
let last = performance.now();
setInterval(look, TIMER_MS).unref();

function look() {
  const now = performance.now();
  longest = Math.max(longest, now - last);
  last = now;
}

process.on('message', ({ type }) => {
  look();
  if (type === 'watch') {
    longest = 0;
    process.send({ type: 'watching' });
  }
  if (type === 'tell') process.send({ type: 'gap', ms: longest });
});
