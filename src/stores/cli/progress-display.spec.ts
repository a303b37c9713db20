import { ProgressDisplay } from './progress-display.js';

/** A stream that remembers what was written to it, and a clock that is moved by hand. */
function displayOf(isTTY: boolean) {
  let written = '';
  let now = 0;
  const write = (text: string) => (written += text);
  const stream = { isTTY, write, cursorTo: write, clearLine: write, on: () => stream, columns: 80 };
  const display = new ProgressDisplay(1_000, stream as unknown as NodeJS.WriteStream, () => now);
  return { display, written: () => written, setNow: (ms: number) => (now = ms) };
}

describe('ProgressDisplay', () => {
  it('says nothing about a file that is read at once', () => {
    for (const isTTY of [true, false]) {
      const { display, written } = displayOf(isTTY);
      display.update(500, 20);
      display.update(1_000, 40);
      display.stop();
      expect(written()).toBe('');
    }
  });

  it('writes a line now and then where nobody watches', () => {
    const { display, written, setNow } = displayOf(false);
    for (const [second, bytes] of [
      [1, 100],
      [6, 300],
      [7, 400],
      [12, 600],
      [13, 1_000],
    ] as const) {
      setNow(second * 1_000);
      display.update(bytes, bytes / 10);
    }
    expect(written().split('\n')).toEqual([
      '30 % read, 30 rows, reading',
      '60 % read, 60 rows, reading',
      '100 % read, 100 rows, merging',
      '',
    ]);
  });
});
