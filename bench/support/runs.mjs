import { performance } from 'node:perf_hooks';
import { submitBody } from './client.mjs';
import { canMeasureCpu, cpuSeconds } from './cpu.mjs';

/** Images of the run that warms up and tells how many fit into a turn. */
const TRIAL_IMAGES = 600;

/** Images in one visit, as many as a rep takes of one shop on a thorough day. */
const IMAGES_PER_VISIT = 10;

/** How often to look whether a job of seconds is settled, ms. */
const POLL_MS = 20;

/** @typedef {{ ms: number, cpuMsPerImage: number }} Run */

/** Measures URLs in a loop. @returns {Promise<Run>} */
export function runLoop(loop, urls) {
  return clocked([loop.pid], urls.length, () => loop.run(urls));
}

/** Submits URLs as one job, and waits until all are measured. @returns {Promise<Run>} */
export function runJob(scene, workers, urls, api = workers[0]) {
  const body = submitBody(inVisits(urls));
  const pids = [...new Set([api, ...workers])].map(({ pid }) => pid);
  return clocked([...pids, ...scene.servicePids], urls.length, async () => {
    const jobId = await api.client.submit(body);
    await api.database.settled(jobId, POLL_MS);
  });
}

/** @returns {string[][]} */
export function inVisits(urls) {
  const visits = Math.ceil(urls.length / IMAGES_PER_VISIT);
  return Array.from({ length: visits }, (_, n) =>
    urls.slice(n * IMAGES_PER_VISIT, (n + 1) * IMAGES_PER_VISIT),
  );
}

/**
 * How many images keep a loop busy for a turn. The trial also warms both sides up.
 *
 * @param {(urls: string[]) => Promise<Run>} run
 * @param {(count: number) => string[]} urls
 */
export async function imagesPerTurn(turnMs, run, urls) {
  await run(urls(TRIAL_IMAGES)); // compiles, connects
  const { ms } = await run(urls(TRIAL_IMAGES));
  return Math.ceil((turnMs / ms) * TRIAL_IMAGES);
}

async function clocked(pids, images, work) {
  const before = canMeasureCpu ? cpuSeconds(pids) : NaN;
  const begun = performance.now();
  await work();
  const ms = performance.now() - begun;
  const cpuMs = (canMeasureCpu ? cpuSeconds(pids) - before : NaN) * 1_000;
  return { ms, cpuMsPerImage: cpuMs / images, perSecond: (images / ms) * 1_000 };
}
