import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { LeaderLoop, type LoopOptions } from '../../src/database/leader-loop.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const LOCK = 7_162_900;
const HOUR_MS = 3_600_000;

let database: TestDatabase;
const loops: LeaderLoop[] = [];
beforeAll(async () => {
  Logger.overrideLogger(false);
  database = await createTestDatabase();
});
afterEach(() => Promise.all(loops.splice(0).map((loop) => loop.stop())));
afterAll(() => database.drop());

function started(work: LoopOptions['work'], options: Partial<LoopOptions> = {}): LeaderLoop {
  const config = {
    url: database.url,
    migrateOnStart: false,
    poolSize: 1,
    connectTimeoutMs: 5_000,
    statementTimeoutMs: 5_000,
  };
  const loop = new LeaderLoop(config, LOCK, {
    everyMs: 10,
    firstWithinMs: 0,
    work,
    failed: (error) => {
      throw error;
    },
    ...options,
  });
  loops.push(loop);
  loop.start();
  return loop;
}

/** Lets somebody wait until it is called so many times. */
function counter(times: number): { count: () => void; reached: Promise<void> } {
  let left = times;
  let resolve = () => {};
  const reached = new Promise<void>((done) => (resolve = done));
  return { count: () => (--left === 0 ? resolve() : undefined), reached };
}

describe('Work that one process of all does', () => {
  it('is never done by two at a time, and all get their turn', async () => {
    const [one, other] = [counter(2), counter(2)];
    let [atWork, most] = [0, 0];
    const workOf =
      (count: () => void): LoopOptions['work'] =>
      async (turn) => {
        most = Math.max(most, ++atWork);
        await turn.pause(5);
        atWork -= 1;
        count();
      };
    started(workOf(one.count));
    started(workOf(other.count));
    await Promise.all([one.reached, other.reached]);
    expect(most).toBe(1);
  });

  it('goes on after a failure, and holds no connection between two turns', async () => {
    const [failed, again] = [counter(1), counter(2)];
    const work = () => {
      again.count();
      return Promise.reject(new Error('It did not work'));
    };
    started(work, { everyMs: 1_000, failed: failed.count });
    await failed.reached;
    await expectNoConnection();
    await again.reached;
  });

  it('needs no lock while nothing is due', async () => {
    const asked = counter(2);
    const isDue = () => {
      asked.count();
      return Promise.resolve(false);
    };
    started(() => Promise.reject(new Error('Nothing was due')), { isDue });
    await asked.reached;
    await expectNoConnection();
  });

  it('may ask less often for a lock that another process has', async () => {
    const begun = counter(1);
    started((turn) => {
      begun.count();
      return turn.pause(HOUR_MS);
    });
    await begun.reached;
    let asked = 0;
    const isDue = () => {
      asked += 1;
      return Promise.resolve(true);
    };
    started(() => Promise.reject(new Error('It had no lock')), { isDue, elsewhereMs: HOUR_MS });
    await sleep(300);
    expect(asked).toBe(1);
  });

  it('ends early when the process stops or the lock is lost', async () => {
    const [begun, ended] = [counter(1), counter(1)];
    const patient: LoopOptions['work'] = async (turn) => {
      begun.count();
      while (turn.goesOn) await turn.pause(20);
      ended.count();
    };
    const loop = started(patient, { everyMs: HOUR_MS });
    await begun.reached;
    await database.dataSource.query(`SELECT pg_terminate_backend(pid) FROM pg_locks WHERE objid = ${LOCK}`);
    await ended.reached;

    const asleep = counter(1);
    const sleeper = started((turn) => {
      asleep.count();
      return turn.pause(HOUR_MS);
    });
    await asleep.reached;
    await Promise.all([loop.stop(), sleeper.stop()]);
  });
});

async function expectNoConnection(): Promise<void> {
  const count = `SELECT count(*)::int AS count FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = 'smp lock'`;
  let open = 1;
  for (let looks = 0; open > 0 && looks < 100; looks++) {
    [{ count: open }] = await database.dataSource.query<[{ count: number }]>(count);
  }
  expect(open).toBe(0);
}
