import { setImmediate as nextTurn } from 'node:timers/promises';
import { InvalidInputError } from '../../common/domain-error.js';
import { quote } from '../../common/quote.js';
import { JobTooLargeError } from '../jobs.errors.js';
import type { SubmittedVisit } from './submission.js';
import { parseTime } from '../../common/time.js';

/** Longest URL that is accepted, in characters. */
export const MAX_URL_LENGTH = 2_048;

/** What is longer is no store id (the Store Master takes 100 characters), and not worth asking the database for. */
const MAX_STORE_ID_LENGTH = 1_000;

/** Images checked before other requests get a turn; about a millisecond of work. */
const SLICE = 2_000;

/**
 * Checks the visits of a submit. By hand and in slices, because class-validator
 * would block the event loop for 130 to 210 ms on 10,000 URLs.
 *
 * @throws InvalidInputError naming the first thing that is wrong, with its place: `visits[3].store_id`
 * @throws JobTooLargeError when there are more than `maxImages` images
 */
export async function checkVisits(visits: unknown, maxImages: number): Promise<SubmittedVisit[]> {
  if (!Array.isArray(visits)) throw new InvalidInputError('"visits" must be a list of visits.');
  if (visits.length === 0) throw new InvalidInputError('"visits" must not be empty.');
  const checked: SubmittedVisit[] = [];
  let images = 0;
  let untilPause = SLICE;
  for (const [index, visit] of visits.entries()) {
    const at = `visits[${index}]`;
    const good = checkVisit(visit, at);
    checked.push(good);
    images += good.imageUrls.length;
    if (images > maxImages) throw new JobTooLargeError(maxImages);
    for (const [place, url] of good.imageUrls.entries()) {
      checkUrl(url, `${at}.image_url[${place}]`);
      untilPause -= 1;
      if (untilPause > 0) continue;
      await nextTurn();
      untilPause = SLICE;
    }
  }
  return checked;
}

/** All of it but the URLs, of which there may be many. */
function checkVisit(visit: unknown, at: string): SubmittedVisit {
  if (!isObject(visit)) throw new InvalidInputError(`${at} must be an object.`);
  const { store_id: storeId, visit_time: visitTime, image_url: imageUrls } = visit;
  checkText(storeId, `${at}.store_id`);
  checkLength(storeId, MAX_STORE_ID_LENGTH, `${at}.store_id`);
  checkText(visitTime, `${at}.visit_time`);
  const instant = parseTime(visitTime);
  if (instant === undefined) {
    throw new InvalidInputError(
      `${at}.visit_time is ${quote(visitTime)}, which is not an RFC 3339 time such as "2026-03-01T09:30:00Z".`,
    );
  }
  if (!Array.isArray(imageUrls)) throw new InvalidInputError(`${at}.image_url must be a list of URLs.`);
  if (imageUrls.length === 0) throw new InvalidInputError(`${at}.image_url must not be empty.`);
  return { storeId, visitTime: instant, imageUrls: imageUrls as string[] };
}

/** What else is wrong with a URL is said in its image's result; one bad URL must not refuse the others. */
function checkUrl(url: unknown, at: string): void {
  checkText(url, at);
  checkLength(url, MAX_URL_LENGTH, at);
}

function checkLength({ length }: string, max: number, at: string): void {
  if (length > max)
    throw new InvalidInputError(`${at} has ${length} characters; at most ${max} are possible.`);
}

function checkText(value: unknown, at: string): asserts value is string {
  if (value === undefined) throw new InvalidInputError(`${at} is missing.`);
  if (typeof value !== 'string') throw new InvalidInputError(`${at} must be a string.`);
  if (value.trim() === '') throw new InvalidInputError(`${at} must not be empty.`);
  assertStorable(value, at);
}

/** Postgres cannot keep NUL, and half of a surrogate pair is no character. */
export function assertStorable(text: string, at: string): void {
  if (text.includes('\0')) throw new InvalidInputError(`${at} must not contain a NUL character.`);
  if (!text.isWellFormed()) throw new InvalidInputError(`${at} must be valid Unicode.`);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
