import { ProgressDisplay } from './progress-display.js';
import type { Job } from './wait.js';

/** A terminal, or a log, that keeps what is written. */
function screen(isTTY: boolean, columns = 80) {
  const written: string[] = [];
  const stream = { isTTY, columns, write: (text: string) => written.push(text) };
  return { written, stream: stream as unknown as NodeJS.WriteStream };
}

function job(settled: number, failed = 0): Job {
  const counts = { total: 200, processed: settled - failed, failed, cancelled: 0, pending: 200 - settled };
  const pace = { images_per_second: null, eta: null };
  const status = settled < 200 ? 'ongoing' : failed > 0 ? 'failed' : 'completed';
  return { job_id: '7', status, progress: { ...counts, ...pace, percent: settled / 2 } } as Job;
}

describe('ProgressDisplay', () => {
  it('redraws one line on a terminal, and leaves the last state there', () => {
    const { written, stream } = screen(true);
    const display = new ProgressDisplay(stream);
    display.show(job(50));
    display.show(job(200, 3));
    display.stop();
    expect(written).toEqual([
      '\r\u001b[K██████░░░░░░░░░░░░░░░░░░ 25 %, 50 of 200',
      '\r\u001b[K████████████████████████ 100 %, 200 of 200, 3 failed',
      '\n',
    ]);
  });

  it('never draws wider than the terminal, where a line could not be redrawn', () => {
    const { written, stream } = screen(true, 20);
    new ProgressDisplay(stream).show(job(50));
    expect(written[0]).toHaveLength(19 + '\r\u001b[K'.length);
  });

  it('puts a remark above the line that is redrawn', () => {
    const { written, stream } = screen(true);
    const display = new ProgressDisplay(stream);
    display.show(job(50));
    display.note('The service is away.');
    expect(written.slice(1)).toEqual([
      '\r\u001b[K',
      'The service is away.\n',
      '██████░░░░░░░░░░░░░░░░░░ 25 %, 50 of 200',
    ]);
  });

  it('says that a job is paused, so that nobody waits for nothing', () => {
    const { written, stream } = screen(false);
    new ProgressDisplay(stream).show({ ...job(50), state: 'paused' });
    expect(written).toEqual(['job 7: 25 %, 50 of 200, paused\n']);
  });

  it('writes a line every few seconds into a log, and one at the end', () => {
    const { written, stream } = screen(false);
    let now = 0;
    const display = new ProgressDisplay(stream, () => now);
    for (const settled of [10, 20, 30, 40]) {
      display.show(job(settled));
      now += 2_000;
    }
    display.show(job(200));
    expect(written).toEqual([
      'job 7: 5 %, 10 of 200\n',
      'job 7: 20 %, 40 of 200\n',
      'job 7: 100 %, 200 of 200\n',
    ]);
  });
});
