import type { Visit } from '../sending/submission.js';
import { isWebAddress } from '../sending/options.js';

/** A visit as it is typed. */
export interface FormVisit {
  /** Tells the visits of a form apart, whatever is typed. */
  readonly id: number;
  readonly storeId: string;
  /** Date and time in the viewer's zone, as browsers write them: `2026-03-01T09:30`. */
  readonly time: string;
  /** One address per line. */
  readonly urls: string;
}

export type Field = 'storeId' | 'time' | 'urls';
export type FieldProblems = Partial<Record<Field, string>>;

const MAX_URL_LENGTH = 2_048;

/** A new visit, now. @param others the visits that are there */
export function newVisit(others: readonly FormVisit[], now = new Date()): FormVisit {
  return { id: nextId(others), storeId: '', time: localTime(now), urls: '' };
}

/** The visits with a copy of one of them behind it. */
export function withCopy(visits: readonly FormVisit[], id: number): FormVisit[] {
  return visits.flatMap((visit) => (visit.id === id ? [visit, { ...visit, id: nextId(visits) }] : [visit]));
}

/**
 * The visits with one that was taken out back at its place.
 *
 * @param filler the visit that took the place of the last one; it goes again unless something was typed into it
 */
export function withBack(
  visits: readonly FormVisit[],
  visit: FormVisit,
  place: number,
  filler?: FormVisit,
): FormVisit[] {
  const others = visits.filter((other) => other.id !== filler?.id || !isBlank(other));
  // Its id may have been given away meanwhile.
  const isTaken = others.some(({ id }) => id === visit.id);
  return others.toSpliced(place, 0, isTaken ? { ...visit, id: nextId(others) } : visit);
}

/** The visits with one of a store: a blank one becomes it; one without images that is there already is enough. */
export function withStore(visits: readonly FormVisit[], storeId: string): FormVisit[] {
  if (visits.some((visit) => visit.storeId.trim() === storeId && visit.urls.trim() === ''))
    return [...visits];
  const blank = visits.find(isBlank);
  if (!blank) return [...visits, { ...newVisit(visits), storeId }];
  return visits.map((visit) => (visit === blank ? { ...visit, storeId } : visit));
}

export function addressesOf({ urls }: FormVisit): string[] {
  return urls
    .split(/\r?\n|\r/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** What does not fit, by field, in words for the person who typed it. */
export function problemsOf(visit: FormVisit): FieldProblems {
  const urls = problemOfAddresses(visit);
  return {
    ...(visit.storeId.trim() === '' && { storeId: 'Choose a store.' }),
    ...(Number.isNaN(Date.parse(visit.time)) && { time: 'Enter the date and time of the visit.' }),
    ...(urls && { urls }),
  };
}

/** @param visit without problems */
export function toVisit(visit: FormVisit): Visit {
  return {
    store_id: visit.storeId.trim(),
    image_url: addressesOf(visit),
    visit_time: new Date(visit.time).toISOString().replace('.000Z', 'Z'),
  };
}

/** Nothing was typed; the time is there from the beginning. */
export function isBlank({ storeId, urls }: FormVisit): boolean {
  return storeId.trim() === '' && urls.trim() === '';
}

function problemOfAddresses(visit: FormVisit): string | undefined {
  const addresses = addressesOf(visit);
  if (addresses.length === 0) return 'Enter the address of at least one image.';
  const long = addresses.findIndex((address) => address.length > MAX_URL_LENGTH);
  if (long !== -1) return `Image ${long + 1} has an address of more than 2,048 characters.`;
  const odd = addresses.find((address) => !isWebAddress(address));
  if (odd === undefined) return undefined;
  return `"${odd.slice(0, 60)}" is not a web address; it must begin with http:// or https://.`;
}

function nextId(visits: readonly FormVisit[]): number {
  return Math.max(0, ...visits.map(({ id }) => id)) + 1;
}

/** `2026-03-01T09:30`. */
function localTime(date: Date): string {
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}
