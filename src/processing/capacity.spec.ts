import { setImmediate as nextTurn } from 'node:timers/promises';
import { Capacity } from './capacity.js';

/** Whether there is room right now. */
async function hasRoom(capacity: Capacity): Promise<boolean> {
  let room = false;
  void capacity.room().then(() => (room = true));
  await nextTurn();
  return room;
}

describe('Capacity', () => {
  it('has room until as many images are held as can be under way', async () => {
    const capacity = new Capacity({ imagesInFlight: 3 });
    capacity.take(2);
    await expect(hasRoom(capacity)).resolves.toBe(true);
    capacity.take(1);
    await expect(hasRoom(capacity)).resolves.toBe(false);
    capacity.give(1);
    await expect(hasRoom(capacity)).resolves.toBe(true);
  });

  it('gives the place of an image that waits to another one, for the length of the wait', async () => {
    const capacity = new Capacity({ imagesInFlight: 1 });
    capacity.take(1);
    let release: () => void = () => undefined;
    const waited = capacity.aside(() => new Promise<void>((resolve) => (release = resolve)));
    await expect(hasRoom(capacity)).resolves.toBe(true);
    release();
    await waited;
    await expect(hasRoom(capacity)).resolves.toBe(false);
  });
});
