import type { Schema } from '../../web/src/api/client.js';
import { Problem } from '../exit.js';
import { RowProblems } from './row-problems.js';
import { readVisits } from './visits-csv.js';

export type Submission = Schema<'SubmitJobRequest'>;

/** What the command line adds to a file. */
export type Extras = Omit<Submission, 'count' | 'visits'>;

/** How files of other kinds begin. */
const FOREIGN: readonly (readonly [bytes: string, what: string])[] = [
  ['504b0304', 'an Excel workbook'],
  ['d0cf11e0', 'an old Excel workbook'],
  ['fffe', 'UTF-16 text'],
  ['feff', 'UTF-16 text'],
];

/**
 * The body of a submit from a file: JSON when it begins with a brace, else CSV.
 *
 * @param name of the file, as people know it
 * @throws Problem naming the file, and the lines where that is possible
 */
export function readSubmission(content: Buffer, name: string, extras: Extras): Submission {
  const text = decode(content, name);
  if (/^\s*[{[]/.test(text)) return withExtras(parseJson(text, name), extras);
  try {
    const visits = readVisits(text);
    return { count: visits.length, visits, ...extras };
  } catch (error) {
    if (error instanceof RowProblems) throw new Problem(`${name} was not sent:\n${error.message}`);
    throw error;
  }
}

function decode(content: Buffer, name: string): string {
  const start = content.toString('hex', 0, 4);
  const foreign = FOREIGN.find(([bytes]) => start.startsWith(bytes));
  if (foreign) throw new Problem(`${name} is ${foreign[1]}; save it as "CSV UTF-8" first.`);
  try {
    // A byte order mark is dropped on the way.
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    throw new Problem(`${name} is not UTF-8 text; save it as "CSV UTF-8" first.`);
  }
}

/** The service checks what is in it. */
function parseJson(text: string, name: string): Submission {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Problem(`${name} is not JSON: ${(error as Error).message}.`);
  }
  if (Array.isArray(value))
    throw new Problem(`${name} is a list; it must be an object with "count" and "visits".`);
  return value as Submission;
}

function withExtras(submission: Submission, { labels, ...extras }: Extras): Submission {
  return { ...submission, ...extras, ...(labels && { labels: { ...submission.labels, ...labels } }) };
}
