import { submitBody } from '../support/client.mjs';
import { compare } from '../support/report.mjs';
import { mean, median, repeatFor, takeTurns, timed } from '../support/turns.mjs';

/** How often to look whether the job is settled, ms. */
const POLL_MS = 2;

/** What the simulated GPU takes on average, ms. */
const MEAN_SLEEP_MS = 250;

/**
 * One image, from the 201 to its result as any reader of the database sees it. Each sample's random sleep
 * is replaced by the mean one, on both sides: else chance would decide the figure.
 */
export async function jobOfOne({ scene, turns, turnMs }) {
  const service = await scene.service(await scene.database());
  const loop = await scene.loop('bare');
  const urls = scene.imageHost.urls(100);
  let next = 0;
  const url = () => urls[next++ % urls.length];

  const oneJob = async () => {
    const jobId = await service.client.submit(submitBody([[url()]]));
    const ms = await timed(() => service.database.settled(jobId, POLL_MS));
    return ms - (await service.database.meanSleepMs(jobId)) + MEAN_SLEEP_MS;
  };
  const oneImage = async () => {
    const { ms, sleptMs } = await loop.run([url()]);
    return ms - sleptMs + MEAN_SLEEP_MS;
  };
  await repeatFor(turnMs, oneJob); // warms up
  await repeatFor(turnMs, oneImage);
  const { ours, bare } = await takeTurns(turns, {
    ours: async () => mean(await repeatFor(turnMs, oneJob)),
    bare: async () => mean(await repeatFor(turnMs, oneImage)),
  });
  return [
    compare(
      'job of one image, 201 to settled, / bare loop',
      'ms',
      median(ours),
      median(bare),
      { atMost: 1.3 },
      { ours, bare },
    ),
  ];
}
