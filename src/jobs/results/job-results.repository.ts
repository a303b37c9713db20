import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { runPrepared } from '../../database/prepared.js';
import { RESULT_STATE } from '../image-result.entity.js';
import type { Judged, Outcome, Seen } from '../queue/outcome.js';
import { SETTLE } from './settle.sql.js';

export interface Settled {
  /** Jobs whose last image this was. */
  readonly settledJobs: readonly string[];
  readonly finishedLeases: number;
  /** Result rows that went in; fewer than sent when some came too late or twice. */
  readonly stored: number;
}

/** Largest Postgres integer; as milliseconds 24.8 days, which a job on a laptop that was put away can exceed. */
const MAX_INTEGER = 2_147_483_647;

type Column = (outcome: Outcome) => unknown;

const ifSeen =
  (pick: (seen: Seen) => unknown): Column =>
  (outcome) => {
    const seen = outcome.kind === 'failed' ? outcome.seen : outcome.kind === 'measured' ? outcome : undefined;
    return (seen && pick(seen)) ?? null;
  };
const ifJudged =
  (pick: (judged: Judged) => unknown): Column =>
  (outcome) =>
    (outcome.kind === 'deferred' ? undefined : pick(outcome)) ?? null;
const ifFailed =
  (pick: (outcome: Extract<Outcome, { kind: 'failed' }>) => unknown): Column =>
  (outcome) =>
    outcome.kind === 'failed' ? pick(outcome) : null;
const ifDeferred =
  (pick: (outcome: Extract<Outcome, { kind: 'deferred' }>) => unknown): Column =>
  (outcome) =>
    outcome.kind === 'deferred' ? pick(outcome) : null;
const timing =
  (name: 'queueMs' | 'downloadMs' | 'verifyMs' | 'simulateMs' | 'recordMs'): Column =>
  (outcome) => {
    const ms = outcome.kind === 'deferred' ? undefined : outcome.timings[name];
    return ms === undefined ? null : Math.min(Math.round(ms), MAX_INTEGER);
  };

/** Parameters $2.. of the statement, in its order. */
const COLUMNS: readonly Column[] = [
  ({ leaseId }) => leaseId,
  ({ jobId }) => jobId,
  ({ idx }) => idx,
  ({ run }) => run,
  ({ kind }) => (kind === 'deferred' ? null : RESULT_STATE[kind]),
  ifSeen(({ width }) => width),
  ifSeen(({ height }) => height),
  (outcome) => (outcome.kind === 'measured' ? outcome.perimeter : null),
  ifSeen(({ bytes }) => bytes),
  ifSeen(({ format }) => format),
  ifFailed(({ code }) => code),
  ifFailed(({ error }) => error),
  ({ attempts }) => attempts,
  timing('queueMs'),
  timing('downloadMs'),
  timing('verifyMs'),
  timing('simulateMs'),
  timing('recordMs'),
  ifDeferred(({ throttles }) => throttles),
  ifDeferred(({ waitMs }) => Math.round(waitMs)),
  ifSeen(({ sharpness }) => sharpness),
  ifSeen(({ brightness }) => brightness),
  ifJudged(({ rulesVersion }) => rulesVersion),
  ifJudged(({ warnings }) => (warnings && warnings.length > 0 ? JSON.stringify(warnings) : undefined)),
];

@Injectable()
export class JobResultsRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async settle(workerId: string, outcomes: readonly Outcome[]): Promise<Settled> {
    const columns = COLUMNS.map((column) => outcomes.map(column));
    const statement = { name: 'settle', text: SETTLE };
    const [row] = await runPrepared<Settled>(this.dataSource, statement, [workerId, ...columns]);
    return row as Settled;
  }
}
