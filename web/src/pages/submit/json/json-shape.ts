import { parseTime } from '../../../../../src/common/time.js';

/** Something that the service would refuse, and where: `visits[3].store_id`. */
export interface ShapeProblem {
  readonly path: string;
  readonly sentence: string;
}

/** Problems that are looked for; whoever mends these sees the next. */
const MOST = 50;
const MAX_URL_LENGTH = 2_048;

/**
 * What the service would refuse in a body, in its own words, but all of it instead of the
 * first. What is not looked at here the service still sees.
 */
export function shapeProblems(body: unknown): ShapeProblem[] {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return [{ path: '', sentence: 'This must be an object with "count" and "visits".' }];
  }
  const { count, visits } = body as Record<string, unknown>;
  if (visits === undefined) return [{ path: '', sentence: '"visits" is missing.' }];
  if (!Array.isArray(visits)) return [{ path: 'visits', sentence: '"visits" must be a list of visits.' }];
  if (visits.length === 0) return [{ path: 'visits', sentence: '"visits" must not be empty.' }];
  const problems = countProblems(count, visits.length);
  for (const [index, visit] of visits.entries()) {
    if (problems.length >= MOST) break;
    problems.push(...visitProblems(visit, `visits[${index}]`));
  }
  return problems.slice(0, MOST);
}

function countProblems(count: unknown, visits: number): ShapeProblem[] {
  if (count === undefined)
    return [{ path: '', sentence: `"count" is missing; it must be the number of visits: ${visits}.` }];
  if (typeof count !== 'number' || !Number.isInteger(count)) {
    return [{ path: 'count', sentence: '"count" must be a whole number: the number of visits.' }];
  }
  if (count === visits) return [];
  return [{ path: 'count', sentence: `"count" is ${count}, but the number of visits is ${visits}.` }];
}

function visitProblems(visit: unknown, at: string): ShapeProblem[] {
  if (typeof visit !== 'object' || visit === null || Array.isArray(visit)) {
    return [{ path: at, sentence: 'A visit must be an object.' }];
  }
  const { store_id: storeId, visit_time: time, image_url: urls } = visit as Record<string, unknown>;
  const problems = [...textProblems(storeId, 'store_id', at), ...textProblems(time, 'visit_time', at)];
  if (typeof time === 'string' && time.trim() !== '' && parseTime(time) === undefined) {
    const sentence = 'visit_time is not a time such as "2026-03-01T09:30:00Z".';
    problems.push({ path: `${at}.visit_time`, sentence });
  }
  return [...problems, ...addressProblems(urls, at)];
}

function textProblems(value: unknown, name: string, at: string): ShapeProblem[] {
  if (value === undefined) return [{ path: at, sentence: `${name} is missing.` }];
  const path = `${at}.${name}`;
  if (typeof value !== 'string') return [{ path, sentence: `${name} must be a string.` }];
  return value.trim() === '' ? [{ path, sentence: `${name} must not be empty.` }] : [];
}

function addressProblems(urls: unknown, at: string): ShapeProblem[] {
  if (urls === undefined) return [{ path: at, sentence: 'image_url is missing.' }];
  const path = `${at}.image_url`;
  if (!Array.isArray(urls)) return [{ path, sentence: 'image_url must be a list of URLs.' }];
  if (urls.length === 0) return [{ path, sentence: 'image_url must not be empty.' }];
  return urls.flatMap((url: unknown, index) => {
    const place = `${path}[${index}]`;
    if (typeof url !== 'string') return [{ path: place, sentence: 'A URL must be a string.' }];
    if (url.trim() === '') return [{ path: place, sentence: 'A URL must not be empty.' }];
    if (url.length <= MAX_URL_LENGTH) return [];
    return [{ path: place, sentence: `The URL has ${url.length} characters; at most 2048 are possible.` }];
  });
}
