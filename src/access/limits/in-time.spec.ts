import { randomBytes } from 'node:crypto';
import { inTime } from './in-time.js';

describe('inTime', () => {
  it('takes an answer that came while the process was busy', async () => {
    const answer = new Promise((resolve) => randomBytes(1, () => resolve('answer')));
    const result = inTime(answer, 10);
    const until = performance.now() + 100;
    while (performance.now() < until);
    expect(await result).toBe('answer');
  });

  it('does not wait for one that does not come', async () => {
    await expect(inTime(new Promise(() => undefined), 10)).rejects.toThrow('No answer in time');
  });

  it('passes on why the work failed', async () => {
    await expect(inTime(Promise.reject(new Error('refused')), 10)).rejects.toThrow('refused');
  });
});
