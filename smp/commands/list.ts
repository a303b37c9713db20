import { contentOf, type Schema } from '../../web/src/api/client.js';
import type { Command } from '../command.js';
import { EXIT, UsageProblem } from '../exit.js';
import { plainText } from '../plain-text.js';

const STATUSES = ['ongoing', 'completed', 'failed'] as const;

export const list: Command = {
  name: 'list',
  places: [],
  summary: 'List jobs, newest first.',
  options: {
    status: { value: STATUSES.join('|'), about: 'only jobs in this state' },
    store: { value: 'id', about: 'only jobs that visited this store' },
    area: { value: 'code', about: 'only jobs that visited this area' },
    group: { value: 'id', about: 'only jobs that visited a store of this group' },
    reference: { value: 'text', about: 'only jobs submitted under this reference' },
    label: { value: 'name:value', about: 'only jobs with this label' },
    from: { value: 'day', about: 'submitted on or after' },
    to: { value: 'day', about: 'submitted on or before' },
    limit: { value: 'n', about: 'at most so many (20)' },
    json: { about: 'print what GET /api/jobs answers, as JSON' },
  },
  examples: ['list', 'list --status failed --from 2026-03-01', 'list --label team:north --limit 100'],
  async run(given, { api, print }) {
    const status = STATUSES.find((one) => one === given.text('status'));
    if (given.text('status') && !status)
      throw new UsageProblem(`"--status" is one of ${STATUSES.join(', ')}.`);
    const query = {
      status,
      store_id: given.text('store'),
      area_code: given.text('area'),
      group: given.text('group'),
      reference: given.text('reference'),
      label: given.text('label'),
      from: given.text('from'),
      to: given.text('to'),
      limit: given.wholeNumber('limit') ?? 20,
    };
    const page = await contentOf(api.GET('/api/jobs', { params: { query } }));
    if (given.has('json')) print(JSON.stringify(page));
    else for (const line of table([HEAD, ...page.jobs.map(toRow)])) print(line);
    return EXIT.good;
  },
};

const HEAD = ['job', 'status', 'done', 'images', 'failed', 'submitted', 'reference'];

function toRow({ job_id, status, progress, created_at, reference }: Schema<'JobDto'>): string[] {
  const { percent, total, failed, cancelled } = progress;
  const counts = [`${percent} %`, String(total), String(failed + cancelled)];
  return [job_id, status, ...counts, created_at.slice(0, 19), plainText(reference ?? '')];
}

function table(rows: readonly string[][]): string[] {
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
