import { submitBody } from '../support/client.mjs';
import { compare } from '../support/report.mjs';
import { inVisits } from '../support/runs.mjs';
import { median, repeatFor, takeTurns, timed } from '../support/turns.mjs';

const EXPORTED = 100_000;
const SUBMITTED = 1_000;

/** Submits while somebody takes the results of a large job, again and again, against submits without; one process serves both. */
export async function submitBesideExport({ scene, turns, turnMs }) {
  const service = await scene.service(await scene.database(), { role: 'api' });
  const { client } = service;
  const jobId = await client.submit(submitBody(inVisits(scene.imageHost.urls(EXPORTED))));
  const body = submitBody(inVisits(scene.imageHost.urls(SUBMITTED)));
  const p50 = async () => median(await repeatFor(turnMs, () => timed(() => client.submit(body))));
  const beside = async (extension) => {
    let over = false;
    const exports = (async () => {
      while (!over) await client.download(`/api/jobs/${jobId}/results.${extension}`);
    })();
    const ms = await p50();
    over = true;
    await exports;
    return ms;
  };
  await beside('csv'); // warms up
  const sides = { csv: () => beside('csv'), xlsx: () => beside('xlsx'), alone: p50 };
  const { csv, xlsx, alone } = await takeTurns(turns, sides);
  const row = (kind, turnsOfKind) =>
    compare(
      `submit p50 beside ${kind} of 100,000 / alone`,
      'ms',
      median(turnsOfKind),
      median(alone),
      {},
      {
        [kind]: turnsOfKind,
        alone,
      },
    );
  return [row('CSV', csv), row('XLSX', xlsx)];
}
