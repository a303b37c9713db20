import { submitBody } from '../support/client.mjs';
import { compare } from '../support/report.mjs';
import { inVisits } from '../support/runs.mjs';
import { median, repeatFor, takeTurns, timed } from '../support/turns.mjs';

const LARGE = 100_000;
const SMALL = 1_000;

/** How a large and a small job are doing, both half done: one row tells it, however many images there are. */
export async function status({ scene, turns, turnMs }) {
  const service = await scene.service(await scene.database(), { role: 'api' });
  const [large, small] = [await halfDone(scene, service, LARGE), await halfDone(scene, service, SMALL)];
  const p50 = async (jobId) =>
    median(await repeatFor(turnMs, () => timed(() => service.client.status(jobId))));
  await Promise.all([p50(large), p50(small)]); // warms up
  const { ours, reference } = await takeTurns(turns, { ours: () => p50(large), reference: () => p50(small) });
  return [
    compare(
      'status p50, 100,000 images / 1,000',
      'ms',
      median(ours),
      median(reference),
      { atMost: 1.2 },
      { ours, reference },
    ),
  ];
}

async function halfDone(scene, { client, database }, images) {
  const jobId = await client.submit(submitBody(inVisits(scene.imageHost.urls(images))));
  await database.query(
    `INSERT INTO image_results (job_id, idx, run, state, width, height, perimeter, bytes, format, attempts)
     SELECT $1, idx, 0, 1, 1200, 900, 4200, 131000, 'jpeg', 1 FROM generate_series(0, $2 - 1) idx`,
    [jobId, images / 2],
  );
  await database.query('UPDATE jobs SET processed = $2, started_at = now() WHERE id = $1', [
    jobId,
    images / 2,
  ]);
  return jobId;
}
