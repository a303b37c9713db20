import { MetricsService } from '../../metrics/metrics.service.js';
import type { JobResultsService } from '../../jobs/results/job-results.service.js';
import type { Outcome } from '../../jobs/queue/outcome.js';
import type { ThisWorker } from '../this-worker.js';
import { ResultRecorder } from './result-recorder.js';

/** A database that fails as it is told, and keeps what it takes. */
class FakeResults {
  readonly groups: (readonly Outcome[])[] = [];
  constructor(private readonly refuse: (group: readonly Outcome[], call: number) => string | undefined) {}

  private calls = 0;
  settle(_: string, group: readonly Outcome[]): Promise<void> {
    const code = this.refuse(group, (this.calls += 1));
    if (code) return Promise.reject(Object.assign(new Error('refused'), { code }));
    this.groups.push(group);
    return Promise.resolve();
  }
}

const outcome = (idx: number): Outcome => ({
  kind: 'measured',
  ...{ leaseId: '1', jobId: '1', run: 0, idx, width: 1, height: 1, perimeter: 4, bytes: 1, format: 'png' },
  attempts: 1,
  timings: { downloadMs: 1 },
});

function recorderOn(results: FakeResults): ResultRecorder {
  return new ResultRecorder(
    results as unknown as JobResultsService,
    { id: 'worker' } as ThisWorker,
    new MetricsService(),
  );
}

const indexes = (group: readonly Outcome[]) => group.map(({ idx }) => idx);

describe('ResultRecorder', () => {
  it('sends what comes together in one group', async () => {
    const results = new FakeResults(() => undefined);
    const recorder = recorderOn(results);
    await Promise.all([1, 2, 3].map((idx) => recorder.add(outcome(idx))));
    expect(results.groups.map(indexes)).toEqual([[1, 2, 3]]);
  });

  it('tries again while the database is away', async () => {
    const results = new FakeResults((_, call) => (call === 1 ? 'ECONNREFUSED' : undefined));
    await recorderOn(results).add(outcome(1));
    expect(results.groups.map(indexes)).toEqual([[1]]);
  });

  it('lets one value that is refused fail alone, and stores the others', async () => {
    const results = new FakeResults((group) =>
      group.some(({ idx, kind }) => idx === 3 && kind === 'measured') ? '22003' : undefined,
    );
    const recorder = recorderOn(results);
    await Promise.all([1, 2, 3, 4].map((idx) => recorder.add(outcome(idx))));
    const stored = results.groups.flat().map(({ idx, kind }) => `${idx} ${kind}`);
    expect(stored.sort()).toEqual(['1 measured', '2 measured', '3 failed', '4 measured']);
  });
});
