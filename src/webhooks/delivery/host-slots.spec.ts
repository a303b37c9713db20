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
    const running = [slots.use('a', one.run), slots.use('a', two.run)];
    expect(slots.free).toBe(30);
    expect(slots.rooms()).toEqual(new Map([['a', 2]]));
    one.end(true);
    two.end(true);
    await Promise.all(running);
    expect(slots.free).toBe(32);
    expect(slots.rooms()).toEqual(new Map());
  });

  it('gives one slot to a host that did not answer, until it does', async () => {
    const slots = new HostSlots();
    await slots.use('dead', () => Promise.resolve(false));
    expect(slots.rooms()).toEqual(new Map([['dead', 1]]));
    const again = work();
    const running = slots.use('dead', again.run);
    expect(slots.rooms()).toEqual(new Map([['dead', 0]]));
    again.end(true);
    await running;
    expect(slots.rooms()).toEqual(new Map());
  });

  it('gives the slot back when the work breaks', async () => {
    const slots = new HostSlots();
    await expect(slots.use('a', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(slots.free).toBe(32);
  });
});
