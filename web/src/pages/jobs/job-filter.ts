import type { Schema } from '../../api/client.js';
import { boundsOf, isLast, sayPeriod } from '../../parts/period.js';

export type Job = Schema<'JobDto'>;
export type JobState = Job['state'];

/** In the order of a job's life, what needs somebody before what is fine. */
export const STATES: readonly JobState[] = [
  'queued',
  'running',
  'paused',
  'failed',
  'completed',
  'cancelled',
];

const FIELDS = [
  'state',
  'store_id',
  'area_code',
  'group',
  'code',
  'reference',
  'label',
  'period',
  'from',
  'to',
] as const;

export type Field = (typeof FIELDS)[number];

/**
 * Which jobs are listed, word for word as the address says: what does not fit is for the API to
 * refuse, as its sentence tells more than silence. `period` ends now, as `24h`; a field is never empty.
 */
export type JobFilter = Readonly<Partial<Record<Field, string>>>;

/** What the API takes in place of `period`. */
export type JobQuery = Readonly<Partial<Record<Exclude<Field, 'period'>, string>>>;

export function filterIn(search: URLSearchParams): JobFilter {
  return withoutNothing(FIELDS.map((field) => [field, search.get(field)?.trim()]));
}

/** The same address with another filter; everything else in it stays. */
export function withFilter(search: URLSearchParams, filter: JobFilter): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const field of FIELDS) {
    const value = filter[field]?.trim();
    if (value) next.set(field, value);
    else next.delete(field);
  }
  return next;
}

export function without(filter: JobFilter, ...fields: readonly Field[]): JobFilter {
  return withoutNothing(
    FIELDS.filter((field) => !fields.includes(field)).map((field) => [field, filter[field]]),
  );
}

/** Whether anything but the state narrows the list. */
export function isNarrowed(filter: JobFilter): boolean {
  return Object.keys(without(filter, 'state')).length > 0;
}

/** A period has no end here: what is submitted meanwhile belongs to it. */
export function queryOf({ period, ...fields }: JobFilter, nowMs: number): JobQuery {
  if (period === undefined || !isLast(period)) return fields;
  return { ...without(fields, 'from', 'to'), from: boundsOf({ last: period }, nowMs).from };
}

/** What narrows the list, in words, with the fields that say so. */
export function wordsOf(
  filter: JobFilter,
  nameOf: (groupId: string) => string = (id) => id,
): { readonly text: string; readonly fields: readonly Field[] }[] {
  const { store_id, area_code, group, code, reference, label } = filter;
  const words: { text: string | undefined; fields: Field[] }[] = [
    { text: store_id && `Store ${store_id}`, fields: ['store_id'] },
    { text: area_code && `Area ${area_code}`, fields: ['area_code'] },
    { text: group && `Group ${nameOf(group)}`, fields: ['group'] },
    { text: sayTimes(filter), fields: ['period', 'from', 'to'] },
    { text: code && `Failed with ${code}`, fields: ['code'] },
    { text: reference && `Reference ${reference}`, fields: ['reference'] },
    { text: label && `Label ${label}`, fields: ['label'] },
  ];
  return words.filter((word): word is { text: string; fields: Field[] } => Boolean(word.text));
}

function sayTimes({ period, from, to }: JobFilter): string | undefined {
  if (period !== undefined && isLast(period)) return sayPeriod({ last: period });
  if (from && to) return isTime(from) && isTime(to) ? sayPeriod({ from, to }) : `From ${from} to ${to}`;
  if (from) return `Since ${sayTime(from)}`;
  return to && `Until ${sayTime(to)}`;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Days are whole ones in UTC; as times of the viewer they could be the wrong day. */
const isTime = (text: string) => !DAY.test(text) && !Number.isNaN(Date.parse(text));

function sayTime(text: string): string {
  return isTime(text)
    ? new Date(text).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })
    : text;
}

function withoutNothing(entries: readonly (readonly [Field, string | undefined])[]): JobFilter {
  return Object.fromEntries(entries.filter(([, value]) => value));
}
