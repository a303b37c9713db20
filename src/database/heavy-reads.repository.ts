import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { isStatementTimeout } from '../common/database-errors.js';
import type { DomainError } from '../common/domain-error.js';
import { Semaphore } from '../common/semaphore.js';

/** A quarter of the pool (12): whoever submits or asks for a status finds a connection, however many want figures. */
const AT_ONCE = 3;

/** Nobody watches a page for longer; other statements may take 30 s. */
const LONGEST = '10s';

/** Set for the transaction only: $1 as JSON, and the time unless less is in force already. */
const SET = `
  SELECT set_config(key, value, true) FROM json_each_text($1)
  UNION ALL SELECT set_config('statement_timeout', CASE
    WHEN current_setting('statement_timeout')::interval BETWEEN '1ms' AND '${LONGEST}' THEN current_setting('statement_timeout')
    ELSE '${LONGEST}' END, true)`;

/** A statement that may look at many rows. */
export interface HeavyRead {
  readonly text: string;
  readonly values: readonly unknown[];
  /** Those of one kind wait for each other, and the kinds take turns. */
  readonly kind: string;
  /** What the planner has to know for this statement; `statement_timeout` when it may take even less. */
  readonly settings?: Readonly<Record<string, string>>;
  /** What it ends with when it takes too long. */
  readonly tooLarge: () => DomainError;
}

/** Asks the database what costs much: few at a time, and none for long. */
@Injectable()
export class HeavyReadsRepository {
  private readonly few = new Semaphore(AT_ONCE);

  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** @throws DomainError `tooLarge`, when Postgres took too long */
  rows<Row>({ text, values, kind, settings, tooLarge }: HeavyRead): Promise<Row[]> {
    // Postgres takes the look-ups by key for dear and would compile them: half a second, or a whole one, for nothing.
    const all = JSON.stringify({ jit: 'off', ...settings });
    const read = () =>
      this.dataSource.transaction(async (manager) => {
        await manager.query(SET, [all]);
        return manager.query<Row[]>(text, [...values]);
      });
    return this.few.use(read, kind).catch((error: unknown) => {
      throw isStatementTimeout(error) ? tooLarge() : error;
    });
  }
}
