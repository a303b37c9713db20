import { setImmediate as nextTurn } from 'node:timers/promises';
import { MemoryBudget } from './memory-budget.js';

/** Whether a promise is settled by now. */
async function isDone(promise: Promise<unknown>): Promise<boolean> {
  let done = false;
  void promise.then(() => (done = true));
  await nextTurn();
  return done;
}

describe('MemoryBudget', () => {
  it('makes a body wait until an earlier one is released', async () => {
    const budget = new MemoryBudget(100);
    const first = await budget.begin(80);
    const second = budget.begin(40);
    await expect(isDone(second)).resolves.toBe(false);
    first.release();
    await expect(isDone(second)).resolves.toBe(true);
    expect(budget.usedBytes).toBe(40);
  });

  it('lets a body begin that alone is larger than the budget', async () => {
    const budget = new MemoryBudget(100);
    await expect(isDone(budget.begin(500))).resolves.toBe(true);
  });

  it('lets bodies that have begun go before new ones', async () => {
    const budget = new MemoryBudget(100);
    const [first, second] = [await budget.begin(50), await budget.begin(50)];
    const third = budget.begin(10);
    const grown = second.grow(60);
    first.release();
    await expect(isDone(grown)).resolves.toBe(true);
    await expect(isDone(third)).resolves.toBe(true);
  });

  it('lets one through when all of them wait for one another', async () => {
    const budget = new MemoryBudget(100);
    const [first, second] = [await budget.begin(50), await budget.begin(50)];
    const [firstGrown, secondGrown] = [first.grow(90), second.grow(90)];
    await expect(isDone(firstGrown)).resolves.toBe(true);
    await expect(isDone(secondGrown)).resolves.toBe(false);
    first.release();
    await expect(isDone(secondGrown)).resolves.toBe(true);
    second.release();
    expect(budget.usedBytes).toBe(0);
  });

  it('lets the oldest go on to its end, not each of them a little', async () => {
    const budget = new MemoryBudget(100);
    const [first, second] = [await budget.begin(50), await budget.begin(50)];
    const secondGrown = second.grow(60);
    for (const bytes of [60, 120, 240]) await expect(isDone(first.grow(bytes))).resolves.toBe(true);
    await expect(isDone(secondGrown)).resolves.toBe(false);
  });

  it('keeps nothing for a body that was released while it waited', async () => {
    const budget = new MemoryBudget(100);
    const [first, second] = [await budget.begin(50), await budget.begin(50)];
    const grown = second.grow(90);
    second.release();
    first.release();
    await expect(isDone(grown)).resolves.toBe(false);
    expect(budget.usedBytes).toBe(0);
  });
});
