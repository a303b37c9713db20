import { setImmediate as nextTurn } from 'node:timers/promises';
import { IMAGES_AHEAD } from '../jobs/queue/range-queue.js';
import { Capacity } from './capacity.js';

/** Whether there is room right now. */
async function hasRoom(capacity: Capacity): Promise<boolean> {
  let room = false;
  void capacity.room().then(() => (room = true));
  await nextTurn();
  return room;
}

describe('Capacity', () => {
  it('has room until its share of the window is held', async () => {
    const capacity = new Capacity({ imagesInFlight: 3 });
    capacity.take(3 * IMAGES_AHEAD - 1);
    await expect(hasRoom(capacity)).resolves.toBe(true);
    capacity.take(1);
    await expect(hasRoom(capacity)).resolves.toBe(false);
    capacity.give(1);
    await expect(hasRoom(capacity)).resolves.toBe(true);
  });

  it('gives the place of an image that waits to another one, for the length of the wait', async () => {
    const capacity = new Capacity({ imagesInFlight: 1 });
    capacity.take(IMAGES_AHEAD);
    let release: () => void = () => undefined;
    const waited = capacity.aside(() => new Promise<void>((resolve) => (release = resolve)));
    await expect(hasRoom(capacity)).resolves.toBe(true);
    release();
    await waited;
    await expect(hasRoom(capacity)).resolves.toBe(false);
  });
});
