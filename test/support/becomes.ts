import { setTimeout as sleep } from 'node:timers/promises';

/** As long as Playwright waits for anything. */
const PATIENCE_MS = 30_000;

/**
 * Asks until the answer is the wanted one, and fails with the last answer otherwise. For all that settles
 * some time after an action: asked only once, a slow machine answers with what was before.
 *
 * @param wanted may have matchers such as `expect.stringMatching` in it
 */
export async function becomes(ask: () => unknown, wanted: unknown): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    // A page that is on its way somewhere else cannot be asked, either.
    try {
      expect(await ask()).toEqual(wanted);
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
    await sleep(50);
  }
}
