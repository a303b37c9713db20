import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { ApiError } from '../../web/src/api/api-error.js';
import { contentOf } from '../../web/src/api/client.js';
import type { Arguments } from '../arguments.js';
import type { Command, Surroundings } from '../command.js';
import { EXIT, Problem, UsageProblem } from '../exit.js';
import { WAIT, waitForJob } from '../following/wait.js';
import { ServiceAway } from '../patient-fetch.js';
import { readSubmission, type Extras, type Submission } from '../spreadsheet/submission.js';

export const submit: Command = {
  name: 'submit',
  places: ['file'],
  summary: 'Submit visits from a CSV or JSON file, or from "-" (standard input); prints the job id.',
  detail: `A CSV has one image per row and the columns store_id, image_url and visit_time. Rows with the same
store and time are one visit. When a row does not fit, nothing is sent and its line is named.
A JSON file is the body of POST /api/submit.`,
  options: {
    wait: WAIT,
    priority: { value: 'n', about: 'share of the workers, -5 to 5; each step is 1.5 times as much' },
    reference: { value: 'text', about: 'your own name for the job' },
    label: { value: 'name:value', multiple: true, about: 'a label of your own; may be repeated' },
    'callback-url': { value: 'url', about: 'is told when the job is settled' },
    'idempotency-key': {
      value: 'key',
      about: 'the same key and file answer the same job; made up if not given',
    },
  },
  examples: [
    'submit visits.csv --wait',
    'submit visits.csv --reference north-route --label team:north --priority 2',
    'submit - --wait < visits.json',
  ],
  async run(given, surroundings) {
    const body = await read(given, surroundings);
    const jobId = await send(body, given.text('idempotency-key') ?? randomUUID(), surroundings);
    surroundings.print(jobId);
    return given.has('wait') ? waitForJob(jobId, surroundings) : EXIT.good;
  },
};

async function read(given: Arguments, { settings }: Surroundings): Promise<Submission> {
  const extras = extrasFrom(given);
  const file = given.place('file');
  if (file === '-') return readSubmission(await buffer(process.stdin), 'The input', extras);
  const content = await readFile(resolve(settings.folder, file)).catch((error: NodeJS.ErrnoException) => {
    throw new Problem(`${file} cannot be read (${error.code}).`);
  });
  return readSubmission(content, file, extras);
}

function extrasFrom(given: Arguments): Extras {
  const labels = Object.fromEntries(given.texts('label').map(toLabel));
  const all = {
    priority: given.wholeNumber('priority'),
    reference: given.text('reference'),
    callback_url: given.text('callback-url'),
    labels: given.texts('label').length > 0 ? labels : undefined,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

function toLabel(text: string): [name: string, value: string] {
  const colon = text.indexOf(':');
  if (colon < 1) throw new UsageProblem(`"--label" is written as name:value, not "${text}".`);
  return [text.slice(0, colon), text.slice(colon + 1)];
}

/** With the same key, another attempt after a lost answer makes no second job. */
async function send(body: Submission, key: string, { api, tell }: Surroundings): Promise<string> {
  const call = api.POST('/api/submit', { body, params: { header: { 'Idempotency-Key': key } } });
  try {
    const { job_id: jobId } = await contentOf(call);
    const { response } = await call;
    if (response.headers.get('Idempotent-Replayed') === 'true') {
      tell(`This was submitted before, with the same idempotency key: it is job ${jobId}.`);
    }
    return jobId;
  } catch (error) {
    const isUncertain = error instanceof ServiceAway || (error instanceof ApiError && error.status >= 500);
    if (!isUncertain) throw error;
    throw new Problem(
      `${error.message}\nWhether the job was kept is not known. With --idempotency-key ${key}, the same command is safe to run again.`,
    );
  }
}
