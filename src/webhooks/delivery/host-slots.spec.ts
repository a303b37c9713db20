import { HostSlots } from './host-slots.js';

/** Work that goes on until it is told how it ended. */
function work() {
  let end: (answered: boolean) => void = () => undefined;
  const done = new Promise<boolean>((resolve) => (end = resolve));
  return { run: () => done, end };
}

describe('HostSlots', () => {
  it('counts what is under way, in all and for each host', async () => {
    const slots = new HostSlots();
    const [one, two] = [work(), work()];
    const running = [slots.use('a', one.run), slots.use('b', two.run)];
    expect([slots.free, slots.freeForOthers]).toEqual([30, 14]);
    expect(slots.rooms()).toEqual(new Map(Object.entries({ a: 0, b: 0 })));
    one.end(true);
    two.end(false);
    await Promise.all(running);
    expect([slots.free, slots.freeForOthers]).toEqual([32, 16]);
    expect(slots.rooms()).toEqual(new Map([['a', 4]]));
  });

  it('gives more slots to a host that answered, until it does not', async () => {
    const slots = new HostSlots();
    const answer = (answered?: boolean) => slots.use('a', () => Promise.resolve(answered));
    await answer(true);
    await answer();
    expect([slots.isQuick('a'), slots.rooms()]).toEqual([true, new Map([['a', 4]])]);
    await answer(false);
    expect([slots.isQuick('a'), slots.rooms()]).toEqual([false, new Map()]);
  });

  it('keeps half of the slots for hosts that are known to answer', async () => {
    const slots = new HostSlots();
    await slots.use('quick', () => Promise.resolve(true));
    const dead = Array.from({ length: 16 }, (_, n) => ({ host: `dead ${n}`, ...work() }));
    const running = dead.map(({ host, run }) => slots.use(host, run));
    const quick = work();
    running.push(slots.use('quick', quick.run));
    expect([slots.free, slots.freeForOthers, slots.rooms().get('quick')]).toEqual([15, 0, 3]);
    for (const { end } of [...dead, quick]) end(false);
    await Promise.all(running);
    expect(slots.freeForOthers).toBe(16);
  });

  it('gives the slot back when the work breaks', async () => {
    const slots = new HostSlots();
    await expect(slots.use('a', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(slots.free).toBe(32);
  });
});
