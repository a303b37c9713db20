import { resolve } from 'node:path';
import { contentOf, type ApiClient } from '../../web/src/api/client.js';
import type { Command } from '../command.js';
import { EXIT, UsageProblem } from '../exit.js';
import { NewFile } from '../new-file.js';

const FORMATS = ['csv', 'xlsx'] as const;
type Format = (typeof FORMATS)[number];

export const exportResults: Command = {
  name: 'export',
  places: ['job'],
  summary: 'Save the results of a job, one image per row, as a spreadsheet.',
  options: {
    format: { value: FORMATS.join('|'), about: 'csv unless given; by the name of the file if it ends so' },
    group: { value: 'id', about: 'only images of stores of this group' },
    output: { value: 'file', short: 'o', about: 'where to (job-<id>.<format>)' },
    force: { about: 'replace the file if it is there' },
  },
  examples: ['export 128', 'export 128 -o march.xlsx', 'export 128 --format xlsx --force'],
  async run(given, { api, settings, tell }) {
    const jobId = given.job;
    const format = formatFrom(given.text('format'), given.text('output'));
    const name = given.text('output') ?? `job-${jobId}.${format}`;
    const file = new NewFile(resolve(settings.folder, name), name);
    file.assertFree(given.has('force'));
    const answer = await download(api, jobId, format, given.text('group'));
    await file.write(await contentOf(Promise.resolve(answer)));
    tell(`${name}: ${countsText(answer.response)}`);
    return EXIT.good;
  },
};

function formatFrom(wanted: string | undefined, file = ''): Format {
  if (wanted === undefined)
    return FORMATS.find((format) => file.toLowerCase().endsWith(`.${format}`)) ?? 'csv';
  const format = FORMATS.find((one) => one === wanted);
  if (format) return format;
  throw new UsageProblem(`"--format" is one of ${FORMATS.join(', ')}.`);
}

/** As a stream: a job of 100,000 images takes no more memory than one of ten. */
function download(api: ApiClient, id: string, format: Format, group: string | undefined) {
  const options = { params: { path: { id }, query: { group } }, parseAs: 'stream' as const };
  return format === 'csv'
    ? api.GET('/api/jobs/{id}/results.csv', options)
    : api.GET('/api/jobs/{id}/results.xlsx', options);
}

/** How much is in the file, and what is not. */
function countsText({ headers }: Response): string {
  const removed = Number(headers.get('X-Removed-Count') ?? 0);
  const missing = removed > 0 ? `; ${removed} more were removed, as they were older than they are kept` : '';
  return `${headers.get('X-Total-Count')} images${missing}`;
}
