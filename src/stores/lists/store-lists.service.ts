import type { IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import { InvalidInputError } from '../../common/domain-error.js';
import { quote } from '../../common/quote.js';
import { RejectList, UnreadableCsvError, type Reject } from '../csv/reject.js';
import { MAX_LENGTH } from '../csv/store-row.js';
import { assertCsv } from '../dto/import-options.js';
import { assertMayFit, bodyOf, drain } from '../import/request-body.js';
import { StoresRepository } from '../stores.repository.js';
import { StoreIdCsv } from './store-id-csv.js';
import { StoreListTooLongError } from './store-lists.errors.js';

/** Stores that one list may name: 1 MB of ids, which a version of a group keeps. */
export const MAX_LISTED = 100_000;

/** A list of stores that somebody sent. */
export interface StoreList {
  /** Stores of the Store Master, each once. */
  readonly ids: readonly string[];
  /** Rows that were read. */
  readonly rows: number;
  /** Rows that name no store. */
  readonly rejected: number;
  /** The first hundred of them. */
  readonly rejects: readonly Reject[];
  /** Why nothing may be done with it, as a sentence. */
  readonly refused?: string;
}

interface NamedStore {
  /** Line of the file; place in the list, where that is JSON. */
  readonly line: number;
  readonly id: string;
}

/** Reads lists of stores out of requests, and checks them against the Store Master. */
@Injectable()
export class StoreListsService {
  constructor(private readonly stores: StoresRepository) {}

  /**
   * A list out of a body of CSV.
   *
   * @param allowRejects takes the good rows although there are bad ones
   * @throws StoreListTooLongError
   */
  async readCsv(request: IncomingMessage, allowRejects: boolean): Promise<StoreList> {
    assertCsv(request.headers);
    assertMayFit(request);
    const rejects = new RejectList();
    try {
      return await this.check(await readRows(request, rejects), rejects, allowRejects);
    } catch (error) {
      await drain(request);
      if (!(error instanceof UnreadableCsvError)) throw error;
      const { line, message: reason } = error;
      const refused = `Nothing was changed: the file cannot be read at line ${line}: ${reason}`;
      return { ids: [], rows: 0, rejected: 1, rejects: [{ line, reason }], refused };
    }
  }

  /**
   * A list out of JSON.
   *
   * @param name of the field, for errors
   * @throws InvalidInputError when it is no list of texts
   */
  async readJson(value: unknown, name: string, allowRejects: boolean): Promise<StoreList> {
    const named = textsFrom(value, name).map((id, at) => ({ line: at + 1, id }));
    return this.check(named, new RejectList(), allowRejects);
  }

  /**
   * A list out of JSON of which every store must be known.
   *
   * @throws InvalidInputError when it is no list of texts, or `UNKNOWN_STORE` naming the first
   */
  async readKnown(value: unknown, name: string): Promise<readonly string[]> {
    const { ids, rows, rejected, rejects } = await this.readJson(value, name, true);
    if (rejected === 0) return ids;
    throw new InvalidInputError(
      `Of ${rows} stores ${rejected} are not known: ${rejects[0]?.reason}`,
      'UNKNOWN_STORE',
    );
  }

  private async check(
    named: readonly NamedStore[],
    rejects: RejectList,
    allowRejects: boolean,
  ): Promise<StoreList> {
    const rows = named.length + rejects.count;
    const wanted = [...new Set(named.map(({ id }) => id))];
    const known = new Set(await this.stores.findKnownIds(wanted));
    const unknown = named
      .filter(({ id }) => !known.has(id))
      .map(({ line, id }) => ({ line, reason: `The store ${quote(id)} is not in the Store Master.` }));
    rejects.merge(unknown, unknown.length);
    const { count: rejected, first } = rejects;
    const list = { ids: wanted.filter((id) => known.has(id)), rows, rejected, rejects: first };
    if (allowRejects || first[0] === undefined) return list;
    const { line, reason } = first[0];
    const refused = `Nothing was changed: ${rejected} of ${rows} rows name no store; the first is line ${line}: ${reason}`;
    return { ...list, refused };
  }
}

async function readRows(request: IncomingMessage, rejects: RejectList): Promise<NamedStore[]> {
  const named: NamedStore[] = [];
  for await (const entry of new StoreIdCsv(bodyOf(request)).entries()) {
    if ('row' in entry) named.push({ line: entry.line, id: entry.row.id });
    else rejects.add(entry);
    if (named.length > MAX_LISTED) throw new StoreListTooLongError(MAX_LISTED);
  }
  return named;
}

function textsFrom(value: unknown, name: string): string[] {
  const fits = Array.isArray(value) && value.length <= MAX_LISTED && value.every(isId);
  if (fits) return value;
  throw new InvalidInputError(`"${name}" must be a list of store ids, at most ${MAX_LISTED}.`);
}

function isId(value: unknown): value is string {
  const fits = typeof value === 'string' && value !== '' && value.length <= MAX_LENGTH.id;
  return fits && !value.includes('\0') && value.isWellFormed();
}
