/**
 * Does partitioning the append-only result table by ranges of `job_id` pay?
 *
 * Loads the same old results (100 images a job, 3 % failed) into a plain table and into RANGE partitioned
 * ones of 20 and 200 partitions, in a schema of its own which it drops at the end, and compares the write
 * path, a page of results, the error list, ANALYZE, and retention with a writer beside it. Last it turns
 * the plain table into the first partition of a new parent. Layouts alternate (A B C A B C ..); a figure is
 * `partitioned / plain`, the median of the rounds and their quartiles in brackets; "plain" is ms, or a
 * count of blocks. "No statistics": the plain table was never analysed, the newest partition neither
 * analysed nor vacuumed. An old page is read once before it is timed: what of the three tables the disk
 * cache still holds is a matter of the load order.
 *
 *     DATABASE_URL=postgres://.. node bench/results-layout.mjs [--millions 20]
 *
 * 20 million rows take about 15 GB of disk, and 10 to 15 minutes on two cores.
 */
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { IMAGES, LAYOUTS, SCHEMA, createNewest, load, sql, write } from './results-layout-tables.mjs';

const { millions } = parseArgs({ options: { millions: { type: 'string', default: '5' } } }).values;
const jobs = (Number(millions) * 1e6) / IMAGES;
const bigJob = jobs + 1; // 50,000 images, so that its error list fills a page of 1,000
const STATEMENTS = 60; // a round's figure is the median of so many statements
const EXPIRED_JOBS = 1e6 / IMAGES; // retention takes a million rows a round
const DELETED_JOBS = 5_000 / IMAGES; // the plain table gives them up in steps of 5,000 rows

const db = await connect();
const writer = await connect();
let lastJob = jobs + 10;
try {
  await db.query(`DROP SCHEMA IF EXISTS ${SCHEMA} CASCADE; CREATE SCHEMA ${SCHEMA}`);
  for (const layout of LAYOUTS) await load(db, layout, jobs);
  for (const layout of LAYOUTS) await createNewest(db, layout, jobs, bigJob);
  await compare('no statistics', 15, newestJob);
  await compare('statistics', 1, analyse);
  await compare('analysed', 15, newestJob);
  await compare('analysed', 15, oldJobs);
  await compare('writer alone', 3, async (layout) => longest(await writeDuring(layout, () => sleep(4_000))));
  await compare('retention of 1 M', 3, retention);
  await attach();
} finally {
  await db.query(`DROP SCHEMA IF EXISTS ${SCHEMA} CASCADE`);
  await Promise.all([db.end(), writer.end()]);
}

/** What a job sees while it runs: its writes, a page of its results, the error list of a big one. */
async function newestJob({ table }) {
  const figures = {
    'insert 100, prepared': await typical(() => write(db, table, ++lastJob, `write_${table}`)),
    'insert 100, unprepared': await typical(() => write(db, table, ++lastJob)),
    'page of newest job': await typical(() => db.query(sql.page(table), [lastJob, 0, 100])),
    '1,000 errors of a big job': await typical(() => db.query(sql.errors(table), [bigJob, 0])),
  };
  await db.query('SET synchronous_commit = off'); // what is left when the disk is not waited for
  figures['insert 100, no fsync'] = await typical(() => write(db, table, ++lastJob));
  await db.query('RESET synchronous_commit');
  return figures;
}

/** Autovacuum analyses what changed; the parent of partitions is left to us. */
async function analyse({ table, partitions }) {
  const changed = partitions > 0 ? `${table}_newest` : table;
  return {
    'ANALYZE of what changed': await timed(() => db.query(`ANALYZE ${changed}`)),
    'ANALYZE of everything': await timed(() => db.query(`ANALYZE ${table}`)),
  };
}

/** Reads spread over all partitions; the same jobs for every layout, other ones each round. */
async function oldJobs({ table }, round) {
  const text = sql.page(table);
  const read = async (query, perJob) => {
    const figures = [];
    for (let n = 0; n < STATEMENTS; n++) {
      const job = ((round * STATEMENTS + n) * 7919) % jobs;
      await db.query(text, [job, 0, IMAGES]);
      figures.push(await perJob(() => db.query({ ...query, values: [job, 0, IMAGES] })));
    }
    return figures;
  };
  const figures = {
    'page of old job, unprepared': median(await read({ text }, timed)),
    'page of old job, prepared': median(await read({ name: `page_${table}`, text }, timed)),
  };
  await db.query('SET plan_cache_mode = force_generic_plan');
  figures['page of old job, generic plan'] = median(await read({ name: `generic_${table}`, text }, timed));
  await db.query('RESET plan_cache_mode');
  const explain = { text: `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${text}` };
  const plans = await read(explain, async (query) => (await query()).rows[0]['QUERY PLAN'][0]);
  figures['planning that page'] = median(plans.map((plan) => plan['Planning Time']));
  figures['blocks of that page'] = median(
    plans.map(({ Plan: top }) => top['Shared Hit Blocks'] + top['Shared Read Blocks']),
  );
  return figures;
}

/** The oldest million rows go while new jobs are written on the other connection. */
async function retention(layout, round) {
  const remove = layout.partitions > 0 ? dropPartitions : deleteRows;
  let ms;
  const waits = await writeDuring(layout, async () => (ms = await timed(() => remove(layout, round))));
  return { 'DETACH + DROP / DELETE + VACUUM': ms, ...longest(waits) };
}

async function deleteRows({ table }, round) {
  const end = (round + 1) * EXPIRED_JOBS;
  for (let job = end - EXPIRED_JOBS; job < end; job += DELETED_JOBS)
    await db.query(`DELETE FROM ${table} WHERE job_id >= $1 AND job_id < $2`, [job, job + DELETED_JOBS]);
  const ms = await timed(() => db.query(`VACUUM ${table}`));
  console.log(`(plain: of the next figure VACUUM took ${ms.toFixed(0)} ms in round ${round})`);
}

async function dropPartitions({ table, partitions }, round) {
  const expired = (EXPIRED_JOBS * partitions) / jobs;
  for (let n = round * expired; n < (round + 1) * expired; n++) {
    await db.query(`ALTER TABLE ${table} DETACH PARTITION ${table}_${n} CONCURRENTLY`);
    await db.query(`DROP TABLE ${table}_${n}`);
  }
}

/** A plain table becomes the first partition: once with ATTACH reading every row, once with a proven CHECK. */
async function attach() {
  const end = jobs * 10;
  const steps = {
    'all in one, no CHECK, rolled back': `BEGIN; ${sql.becomeFirstPartition(end)}; ROLLBACK`,
    'CHECK NOT VALID': `ALTER TABLE plain ADD CONSTRAINT first_range CHECK (job_id < ${end}) NOT VALID`,
    'VALIDATE CONSTRAINT': 'ALTER TABLE plain VALIDATE CONSTRAINT first_range',
    'rename, new parent, attach': `BEGIN; ${sql.becomeFirstPartition(end)}; COMMIT`,
  };
  for (const [step, text] of Object.entries(steps)) {
    let ms;
    const waits = await writeDuring({ table: 'plain' }, async () => (ms = await timed(() => db.query(text))));
    console.log(
      `attach: ${step}: ${ms.toFixed(1)} ms, longest insert meanwhile ${Math.max(...waits).toFixed(1)} ms`,
    );
  }
}

/** @returns how long each insert of a writer on the other connection took while `work` ran, ms */
async function writeDuring({ table }, work) {
  const waits = [];
  let working = true;
  const inserts = async () => {
    for (; working; await sleep(5))
      waits.push(await timed(() => write(writer, table, ++lastJob, `write_${table}`)));
  };
  await Promise.all([work().finally(() => (working = false)), inserts()]);
  return waits;
}

function longest(waits) {
  return { 'insert meanwhile, median': median(waits), 'insert meanwhile, longest': Math.max(...waits) };
}

async function compare(phase, rounds, work) {
  const figures = {}; // measure -> table -> one figure a round
  for (let round = 0; round < rounds; round++)
    for (const layout of LAYOUTS)
      for (const [measure, ms] of Object.entries(await work(layout, round)))
        ((figures[measure] ??= {})[layout.table] ??= []).push(ms);
  for (const [measure, { plain, ...others }] of Object.entries(figures)) {
    const cells = [`${phase}: ${measure}`.padEnd(50), `plain ${median(plain).toFixed(2)}`.padEnd(16)];
    for (const [table, ms] of Object.entries(others)) {
      const ratios = ms.map((value, round) => value / plain[round]);
      const [low, middle, high] = [0.25, 0.5, 0.75].map((q) => quantile(ratios, q).toFixed(3));
      cells.push(`${table} ${middle} (${low}-${high})`.padEnd(30));
    }
    console.log(...cells);
  }
}

async function typical(work) {
  const samples = [];
  for (let n = 0; n < STATEMENTS; n++) samples.push(await timed(work));
  return median(samples);
}

async function timed(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function quantile(values, q) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * q)];
}

function median(values) {
  return quantile(values, 0.5);
}

async function connect() {
  const client = new pg.Client({
    connectionString: process.env.DATABASE_URL,
    options: `-c search_path=${SCHEMA}`,
  });
  await client.connect();
  return client;
}
