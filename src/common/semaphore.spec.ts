import { setImmediate as nextTurn } from 'node:timers/promises';
import { Semaphore } from './semaphore.js';

describe('Semaphore', () => {
  it('never lets more through than it has permits, and serves in order', async () => {
    const semaphore = new Semaphore(2);
    const order: number[] = [];
    let running = 0;
    let most = 0;
    await Promise.all(
      [1, 2, 3, 4, 5].map((n) =>
        semaphore.use(async () => {
          order.push(n);
          most = Math.max(most, ++running);
          await nextTurn();
          running -= 1;
        }),
      ),
    );
    expect(most).toBe(2);
    expect(order).toEqual([1, 2, 3, 4, 5]);
  });

  it('lets lanes take turns, however many wait in one of them', async () => {
    const semaphore = new Semaphore(1);
    const order: string[] = [];
    const enter = (who: string, lane: string) =>
      semaphore.use(async () => {
        await nextTurn();
        order.push(who);
      }, lane);
    const large = ['a1', 'a2', 'a3', 'a4'].map((who) => enter(who, 'a'));
    const small = ['b1', 'b2'].map((who) => enter(who, 'b'));
    await Promise.all([...large, ...small]);
    expect(order).toEqual(['a1', 'a2', 'b1', 'a3', 'b2', 'a4']);
  });

  it('gives the permit back when the work fails', async () => {
    const semaphore = new Semaphore(1);
    await expect(semaphore.use(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    await expect(semaphore.use(() => Promise.resolve('works'))).resolves.toBe('works');
  });
});

describe('Whoever waits', () => {
  const aborted = new Error('not wanted any more');

  it('can leave the lane, and the next one gets the place', async () => {
    const semaphore = new Semaphore(1);
    await semaphore.acquire();
    const leaving = new AbortController();
    const left = semaphore.acquire('a', leaving.signal);
    const stays = semaphore.acquire('a');
    leaving.abort(aborted);
    await expect(left).rejects.toBe(aborted);
    semaphore.release();
    await expect(stays).resolves.toBeUndefined();
    semaphore.release();
    expect(semaphore.isFull).toBe(false);
  });

  it('does not begin to wait when nobody wants the place', async () => {
    const semaphore = new Semaphore(1);
    await expect(semaphore.acquire('a', AbortSignal.abort(aborted))).rejects.toBe(aborted);
    expect(semaphore.isFull).toBe(false);
  });
});
