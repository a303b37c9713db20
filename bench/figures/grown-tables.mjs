import { submitBody } from '../support/client.mjs';
import { compare } from '../support/report.mjs';
import { imagesPerTurn, inVisits, runJob } from '../support/runs.mjs';
import { median, repeatFor, takeTurns, timed } from '../support/turns.mjs';

/** Finished images that the statistics know of when new jobs come, which they know nothing of. */
const ROWS = 20_000;
const ROWS_PER_JOB = 1_000;
const SUBMITTED = 1_000;

/**
 * The planner hazard: statistics of old jobs must not lead to plans that are bad for a new one. Speed after
 * 20,000 finished rows and an ANALYZE, against a new database.
 */
export async function grownTables({ scene, turns, turnMs }) {
  const env = { IMAGE_VERIFY: 'header' };
  const services = { before: await scene.service(await scene.database(), { env }) };
  services.after = await scene.service(await scene.database(), { env });
  await grow(services.after.database);

  const images = (count) => scene.imageHost.urls(count);
  const run = (service) => (urls) => runJob(scene, [service], urls);
  const count = await imagesPerTurn(turnMs, run(services.before), images);
  await imagesPerTurn(turnMs, run(services.after), images);
  const perSecond = async (service) => (await run(service)(images(count))).perSecond;
  const rate = await takeTurns(turns, sidesOf(services, perSecond));

  await Promise.all(Object.values(services).map((service) => service.stop('SIGTERM')));
  const apis = {
    before: await scene.service(services.before.database, { role: 'api' }),
    after: await scene.service(services.after.database, { role: 'api' }),
  };
  const body = submitBody(inVisits(images(SUBMITTED)));
  const submits = async ({ client }) =>
    1_000 / median(await repeatFor(turnMs, () => timed(() => client.submit(body))));
  const speed = await takeTurns(turns, sidesOf(apis, submits));
  const row = (name, unit, { before, after }) =>
    compare(
      `${name} after 20,000 rows / before`,
      unit,
      median(after),
      median(before),
      { atLeast: 0.8 },
      { before, after },
    );
  return [row('throughput', 'images/s', rate), row('submits of 1,000 images', 'per s', speed)];
}

function sidesOf(services, measure) {
  return Object.fromEntries(
    Object.entries(services).map(([side, service]) => [side, () => measure(service)]),
  );
}

async function grow(database) {
  const jobs = `generate_series(1, ${ROWS / ROWS_PER_JOB}) job`;
  const images = `${jobs}, generate_series(0, ${ROWS_PER_JOB - 1}) idx`;
  await database.query(`
    INSERT INTO jobs (visit_count, total, processed, started_at, settled_at)
      SELECT 1, ${ROWS_PER_JOB}, ${ROWS_PER_JOB}, now(), now() FROM ${jobs};
    INSERT INTO job_runs (job_id, run, next_idx, end_idx, priority)
      SELECT job, 0, ${ROWS_PER_JOB}, ${ROWS_PER_JOB}, 0 FROM ${jobs};
    INSERT INTO visits SELECT job, 0, 'RP00001', now(), 0, ${ROWS_PER_JOB} FROM ${jobs};
    INSERT INTO images SELECT job, idx, 0, 0, 'https://images.example.com/' || job || '/' || idx FROM ${images};
    INSERT INTO image_results (job_id, idx, run, state, width, height, perimeter, bytes, format, attempts)
      SELECT job, idx, 0, 1, 1200, 900, 4200, 131000, 'jpeg', 1 FROM ${images};
    ANALYZE`);
}
