import { setImmediate as nextTurn } from 'node:timers/promises';
import { HostGate } from './host-gate.js';

describe('HostGate', () => {
  it('counts each host by itself', async () => {
    const gate = new HostGate(1);
    let release: () => void = () => undefined;
    const busy = gate.use('slow', () => new Promise<void>((resolve) => (release = resolve)));
    await expect(gate.use('fast', () => Promise.resolve('done'))).resolves.toBe('done');
    release();
    await busy;
  });

  it('lets work move to another host, which counts it from then on', async () => {
    const gate = new HostGate(1);
    const order: string[] = [];
    const moved = gate.use('short', async (moveTo) => {
      await moveTo('long');
      order.push('moved');
      await nextTurn();
      order.push('done');
    });
    await gate.use('short', () => Promise.resolve(order.push('after')));
    await gate.use('long', () => Promise.resolve(order.push('last')));
    await moved;
    // The place at the first host is free at once, the one at the second when the work is done.
    expect(order.indexOf('after')).toBeLessThan(order.indexOf('done'));
    expect(order.indexOf('done')).toBeLessThan(order.indexOf('last'));
  });

  it('lets two change places, each at the host of the other', async () => {
    const gate = new HostGate(1);
    const move = (from: string, to: string) =>
      gate.use(from, async (moveTo) => {
        await nextTurn();
        await moveTo(to);
        return to;
      });
    await expect(Promise.all([move('a', 'b'), move('b', 'a')])).resolves.toEqual(['b', 'a']);
  });

  it('leaves a host as it was, for those who come later', async () => {
    const aborted = new Error('not wanted any more');
    const gate = new HostGate(1);
    const leaving = new AbortController();
    let end: () => void = () => undefined;
    const holds = gate.use('host', () => new Promise<void>((resolve) => (end = resolve)));
    await nextTurn();
    const left = gate.use('host', () => Promise.resolve('in'), { signal: leaving.signal });
    const after = gate.use('host', () => Promise.resolve('in'));
    leaving.abort(aborted);
    await expect(left).rejects.toBe(aborted);
    end();
    await holds;
    await expect(after).resolves.toBe('in');
    await expect(gate.use('host', () => Promise.resolve('in'))).resolves.toBe('in');
  });
});
