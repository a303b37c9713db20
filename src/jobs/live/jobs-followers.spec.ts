import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { JobEntity } from '../job.entity.js';
import type { JobFilter, JobListRepository } from '../reading/job-list.repository.js';
import type { EventMessage, EventStream } from './event-stream.js';
import type { JobSignal } from './job-signal.js';
import { JobsFollowers } from './jobs-followers.js';

beforeEach(() => {
  Logger.overrideLogger(false);
  jest.useFakeTimers();
});
afterEach(() => jest.useRealTimers());

const job = (id: string, processed = 0, lastFailureNo = 0) =>
  ({
    id,
    run: 0,
    total: 10,
    processed,
    failed: 0,
    cancelled: 0,
    lastFailureNo,
    pace: null,
    paceAt: null,
    createdAt: new Date(0),
    startedAt: new Date(0),
  }) as unknown as JobEntity;

/** A database whose reads answer as they are told to. */
function house() {
  const answers = {
    active: [job('1')],
    newest: [] as JobEntity[],
    known: [job('1')],
    broken: '',
    fitting: ['1', '2'],
    /** How often it was asked what fits. */
    askedForFitting: 0,
  };
  let notify: (ids: readonly string[]) => void = () => undefined;
  const asked = (what: string): Promise<void> =>
    answers.broken === what ? Promise.reject(new Error('away')) : Promise.resolve();
  const jobs = {
    findByIds: (ids: readonly string[]) =>
      asked('ids').then(() => answers.known.filter(({ id }) => ids.includes(id))),
    findFitting: ({ reference }: JobFilter, ids: readonly string[]) => {
      answers.askedForFitting += ids.length;
      return asked(reference ?? '-').then(() => ids.filter((id) => answers.fitting.includes(id)));
    },
    findPage: ({ status }: JobFilter) =>
      asked('page').then(() => ({ items: status ? answers.active : answers.newest, nextCursor: null })),
  };
  const signal = { onChange: (listener: typeof notify) => (notify = listener) };
  const followers = new JobsFollowers(jobs as unknown as JobListRepository, signal as unknown as JobSignal);
  followers.onModuleInit();
  const follow = (filter: Partial<JobFilter>) => {
    const heard: EventMessage[] = [];
    const stream = {
      isWritable: true,
      isOpen: true,
      send: (message: EventMessage) => heard.push(message),
      whenWritable: () => undefined,
      whenClosed: () => undefined,
    };
    followers.follow(stream as unknown as EventStream, { created: {}, ...filter });
    return { told: () => heard.splice(0).map(({ event, data }) => `${event} ${processedIn(data).join()}`) };
  };
  return { answers, follow, notify: (id: string) => notify([id]) };
}

const processedIn = (data: string) =>
  (JSON.parse(data) as { jobs: { progress: { processed: number } }[] }).jobs.map(
    ({ progress }) => progress.processed,
  );

describe('JobsFollowers', () => {
  it('tells a change to all, and to those of a filter that could not be asked as soon as it can', async () => {
    const { answers, follow, notify } = house();
    const [broken, other] = [follow({ reference: 'broken' }), follow({ reference: 'other' })];
    await jest.advanceTimersByTimeAsync(300);
    expect([broken.told(), other.told()]).toEqual([['snapshot 0'], ['snapshot 0']]);

    answers.known = answers.active = [job('1', 5)];
    answers.broken = 'broken';
    notify('1');
    await jest.advanceTimersByTimeAsync(1_000);
    expect([broken.told(), other.told()]).toEqual([[], ['progress 5']]);

    answers.broken = '';
    await jest.advanceTimersByTimeAsync(1_000);
    expect([broken.told(), other.told()]).toEqual([['progress 5'], []]);
  });

  it('forgets no notice when the job it is about cannot be read', async () => {
    const { answers, follow, notify } = house();
    const all = follow({});
    await jest.advanceTimersByTimeAsync(300);
    all.told();
    answers.known = [job('1'), job('2', 10)]; // one that no read but by its id would find
    answers.broken = 'ids';
    notify('2');
    await jest.advanceTimersByTimeAsync(1_000);
    expect(all.told()).toEqual([]);
    answers.broken = '';
    await jest.advanceTimersByTimeAsync(1_000);
    expect(all.told()).toEqual(['settled 10']);
  });

  it('tells of a job from its first failure with the code that is asked for, and goes on when it is run again', async () => {
    const { answers, follow, notify } = house();
    const [byCode, other] = [follow({ code: 'HTTP_404' }), follow({ reference: 'r' })];
    await jest.advanceTimersByTimeAsync(300);
    [byCode, other].forEach(({ told }) => told());
    const change = async (processed: number, failures: number, fitting: string[]) => {
      answers.known = answers.active = [job('1', processed, failures)];
      answers.fitting = fitting;
      notify('1');
      await jest.advanceTimersByTimeAsync(1_000);
      return [byCode.told(), other.told()];
    };
    expect(await change(1, 1, [])).toEqual([[], []]);
    expect(await change(2, 2, ['1'])).toEqual([['progress 2'], []]);
    expect(await change(3, 2, [])).toEqual([['progress 3'], []]);
  });

  it('asks for a job whose failures do not fit again when it has more of them', async () => {
    const { answers, follow, notify } = house();
    const byCode = follow({ code: 'HTTP_404' });
    await jest.advanceTimersByTimeAsync(300);
    answers.fitting = [];
    const askedAfter = async (processed: number, failures: number) => {
      answers.known = answers.active = [job('1', processed, failures)];
      notify('1');
      await jest.advanceTimersByTimeAsync(1_000);
      return answers.askedForFitting;
    };
    expect(await askedAfter(1, 0)).toBe(0);
    expect(await askedAfter(2, 1)).toBe(1);
    expect(await askedAfter(3, 1)).toBe(1);
    expect(await askedAfter(4, 2)).toBe(2);
    byCode.told();
    answers.fitting = ['1'];
    expect(await askedAfter(5, 3)).toBe(3);
    expect(byCode.told()).toEqual(['progress 5']);
  });

  it('tells no state that is older than one it has told, whichever read finds it', async () => {
    const { answers, follow } = house();
    const all = follow({});
    await jest.advanceTimersByTimeAsync(300);
    all.told();
    answers.known = [job('1', 3)];
    answers.active = [job('1', 4)];
    await jest.advanceTimersByTimeAsync(6_000);
    expect(all.told()).toEqual(['progress 4']);
    answers.active = [];
    answers.newest = [job('1', 10)];
    await jest.advanceTimersByTimeAsync(6_000);
    expect(all.told()).toEqual(['settled 10']);
  });
});
