import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ROOT } from '../../scripts/lib/settings.mjs';
import { submitBody } from '../support/client.mjs';
import { compare } from '../support/report.mjs';
import { inVisits } from '../support/runs.mjs';
import { median, repeatFor, takeTurns, timed } from '../support/turns.mjs';

/** Old images; another number with RETENTION_ROWS. 20 million take some 6 GB and minutes to write. */
const ROWS = Number(process.env.RETENTION_ROWS ?? 20_000_000);
const ROWS_PER_JOB = 1_000;
const SUBMITTED = 1_000;

/** New jobs in either database, so that both list the same. */
const JOBS_PER_PAGE = 50;

/** Images that are swept to tell the speed; a fourth of those that are not old. */
const SWEPT = Math.min(100_000, ROWS / 4);

const OLD_DAYS = 400;

/**
 * What old images cost those who work beside them: everyday requests in a database with millions of them, against
 * one without, and the speed of a sweep that has to find its work among them.
 */
export async function retention({ scene, turns, turnMs, say }) {
  const databases = { none: await scene.database(), many: await scene.database() };
  say(`writing ${ROWS} old images`);
  await addOldImages(databases.many, ROWS, 200);
  const services = {
    none: await scene.service(databases.none, { role: 'api' }),
    many: await scene.service(databases.many, { role: 'api' }),
  };
  const rows = [];
  for (const { name, measure, atMost } of await requestsOf(scene, services)) {
    const p50 = (side) => async () =>
      median(await repeatFor(turnMs, () => timed(() => measure(services[side], side))));
    await Promise.all([p50('none')(), p50('many')()]); // warms up
    const { none, many } = await takeTurns(turns, { none: p50('none'), many: p50('many') });
    rows.push(
      compare(
        `${name} beside old images / without`,
        'ms',
        median(many),
        median(none),
        { atMost },
        { none, many },
      ),
    );
  }
  const sweep = async (side) => {
    await addOldImages(databases[side], SWEPT, OLD_DAYS);
    const ms = await timed(() => sweepOf(databases[side]));
    return (SWEPT / ms) * 1_000;
  };
  const { none, many } = await takeTurns(Math.min(turns, 3), {
    none: () => sweep('none'),
    many: () => sweep('many'),
  });
  rows.push(
    compare(
      'sweep beside old images / without',
      'images/s',
      median(many),
      median(none),
      { atLeast: 0.5 },
      { none, many },
    ),
  );
  return rows;
}

async function requestsOf(scene, services) {
  const body = submitBody(inVisits(scene.imageHost.urls(SUBMITTED)));
  const jobs = {};
  for (const [side, { client, database }] of Object.entries(services)) {
    for (let n = 0; n < JOBS_PER_PAGE; n += 1) jobs[side] = await client.submit(body);
    // Else it would come by itself, at one side first.
    await database.query('ANALYZE');
  }
  return [
    { name: 'status p50', atMost: 1.2, measure: ({ client }, side) => client.status(jobs[side]) },
    { name: 'list p50', atMost: 1.2, measure: ({ client }) => client.list() },
    { name: 'submit p50, 1,000 images,', atMost: 1.2, measure: ({ client }) => client.submit(body) },
  ];
}

/** Jobs of 1,000 images that were settled so many days ago, in pieces that a statement does not take too long for. */
async function addOldImages(database, images, days) {
  const perStatement = 500;
  for (let left = images / ROWS_PER_JOB; left > 0; left -= perStatement) {
    await addOldJobs(database, Math.min(left, perStatement), days);
  }
  await database.query('ANALYZE');
}

async function addOldJobs(database, jobs, days) {
  await database.query(
    `WITH job AS (
      INSERT INTO jobs (visit_count, total, processed, created_at, started_at, settled_at)
      SELECT 1, ${ROWS_PER_JOB}, ${ROWS_PER_JOB}, at, at, at
      FROM generate_series(1, $1), (SELECT now() - $2::int * interval '1 day' AS at) AS t
      RETURNING id, settled_at
    ), run AS (
      INSERT INTO job_runs (job_id, run, next_idx, end_idx, priority) SELECT id, 0, ${ROWS_PER_JOB}, ${ROWS_PER_JOB}, 0 FROM job
    ), visit AS (
      INSERT INTO visits (job_id, visit_no, store_id, visit_time, first_idx, image_count)
      SELECT id, 0, 'RP00001', settled_at, 0, ${ROWS_PER_JOB} FROM job
    ), image AS (
      INSERT INTO images (job_id, idx, visit_no, url)
      SELECT id, idx, 0, 'https://images.example.com/' || id || '/' || idx || '.jpg'
      FROM job, generate_series(0, ${ROWS_PER_JOB - 1}) idx
    )
    INSERT INTO image_results (job_id, idx, run, state, width, height, perimeter, bytes, format, attempts)
    SELECT id, idx, 0, 1, 1200, 900, 4200, 131000, 'jpeg', 1 FROM job, generate_series(0, ${ROWS_PER_JOB - 1}) idx`,
    [jobs, days],
  );
}

/** As an operator does it by hand, with the start of the command; the images of a year stay. */
async function sweepOf(database) {
  const child = spawn(process.execPath, [join(ROOT, 'dist/cli.js'), 'retention', '--days', '365'], {
    env: { ...process.env, DATABASE_URL: database.url, MIGRATE_ON_START: 'false' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`The sweep ended with exit code ${code}.`);
}
