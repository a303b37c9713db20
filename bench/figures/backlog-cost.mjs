import { canMeasureCpu, peakRssBytes } from '../support/cpu.mjs';
import { compare } from '../support/report.mjs';
import { runJob } from '../support/runs.mjs';

const LARGE = 100_000;
const SMALL = 10_000;
const MEGABYTE = 1_048_576;

/** Jobs of 10,000 images after which a process holds as much memory as it ever does with them. */
const WARM_UP_JOBS = 2;

/** A job ten times as large costs ten times the work, and not more memory. One run each, in processes of their own. */
export async function backlogCost({ scene }) {
  if (!canMeasureCpu) return [];
  const small = await measure(scene, SMALL);
  const large = await measure(scene, LARGE);
  const mark = { atMost: 1.1 };
  return [
    compare('CPU per image, job of 100,000 / 10,000', 'ms', large.cpuMsPerImage, small.cpuMsPerImage, mark),
    compare('peak RSS, job of 100,000 / 10,000', 'MiB', large.peakMb, small.peakMb, mark),
  ];
}

async function measure(scene, images) {
  const env = { IMAGE_VERIFY: 'header', GPU_SLEEP_MIN_MS: '0', GPU_SLEEP_MAX_MS: '0' };
  const service = await scene.service(await scene.database(), { env });
  for (let n = 0; n < WARM_UP_JOBS; n += 1) await runJob(scene, [service], scene.imageHost.smallUrls(SMALL));
  const run = await runJob(scene, [service], scene.imageHost.smallUrls(images));
  const peakMb = peakRssBytes(service.pid) / MEGABYTE;
  await service.stop('SIGKILL');
  return { ...run, peakMb };
}
