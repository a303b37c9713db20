import { once } from 'node:events';
import { from as copyFrom } from 'pg-copy-streams';

/** Ids of copied jobs; far from those of the service, which share the tables. */
const FIRST_JOB_ID = 1_000_000_000;

/**
 * The quickest way Postgres knows to store a job's rows durably.
 *
 * @param {import('./database.mjs').Database} database
 * @param {string[][]} visits image URLs of each visit
 * @returns {() => Promise<void>} stores them again as another job
 */
export function copyOf(database, visits) {
  let jobId = FIRST_JOB_ID + visits.length * 1_000_000;
  return async () => {
    jobId += 1;
    await database.query('BEGIN');
    await copy(database, 'jobs (id, visit_count, total)', [[jobId, visits.length, visits.flat().length]]);
    await copy(
      database,
      'visits (job_id, visit_no, store_id, visit_time, first_idx, image_count)',
      visitRows(jobId, visits),
    );
    await copy(database, 'images (job_id, idx, visit_no, url)', imageRows(jobId, visits));
    await database.query('COMMIT');
  };
}

function visitRows(jobId, visits) {
  let firstIdx = 0;
  return visits.map((urls, visitNo) => {
    const row = [jobId, visitNo, 'RP00001', '2026-03-01T09:30:00Z', firstIdx, urls.length];
    firstIdx += urls.length;
    return row;
  });
}

function imageRows(jobId, visits) {
  return visits
    .flatMap((urls, visitNo) => urls.map((url) => [visitNo, url]))
    .map(([visitNo, url], idx) => [jobId, idx, visitNo, url]);
}

async function copy(database, table, rows) {
  const stream = database.query(copyFrom(`COPY ${table} FROM STDIN`));
  stream.end(rows.map((row) => `${row.join('\t')}\n`).join(''));
  await once(stream, 'finish');
}
