import { submit, visit } from '../support/api.js';
import { Drill, report, seconds } from '../support/drills/drill.js';

let drill: Drill;
beforeEach(async () => {
  drill = await Drill.begin();
});
afterEach(() => drill?.end());

/** Starts a worker again each time it dies, as a supervisor does. */
class Supervisor {
  deaths = 0;
  private stopped = false;

  constructor(private readonly settings: Record<string, string>) {
    void this.run().catch(() => undefined); // the drill ended
  }

  stop(): void {
    this.stopped = true;
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      const worker = await drill.start('worker', this.settings);
      await new Promise((resolve) => worker.process.once('exit', resolve));
      this.deaths += 1;
    }
  }
}

describe('An image that crashes the worker process each time it is opened', () => {
  it('fails with a sentence; its neighbours and other jobs are measured', async () => {
    const api = await drill.start('api');
    // Ranges of two images: first the range is suspect, then it is split, then the image is alone.
    const supervisor = new Supervisor({ FAULT_POINTS: 'crashing-image', IMAGES_IN_FLIGHT: '16' });
    const begun = Date.now();
    const [bad] = drill.urls(1, '/crash-worker.jpg');
    const good = drill.urls(61);
    const mixed = await submit(api.url, [
      visit('RP00001', ...good.slice(0, 30)),
      visit('RP00002', good[30] ?? '', bad ?? '', ...good.slice(31)),
    ]);
    const other = await drill.submit(api, 100);
    expect(await drill.untilSettled(api, other)).toMatchObject({ status: 'completed' });
    report(`crashing image: another job was settled ${seconds(Date.now() - begun)} after its start`);
    const status = await drill.untilSettled(api, mixed);
    supervisor.stop();
    report(`crashing image: given up after ${supervisor.deaths} deaths, ${seconds(Date.now() - begun)}`);
    expect(status).toMatchObject({
      status: 'failed',
      progress: { processed: 61, failed: 1 },
      error: [{ store_id: 'RP00002', code: 'WORKER_CRASHED', image_url: bad }],
    });
    expect(status.error?.[0]?.error).toMatch(/^The image ".*crash-worker.*" of store "RP00002" .*\.$/);
    await drill.check();
  });
});
