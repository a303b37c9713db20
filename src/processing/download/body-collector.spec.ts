import { PassThrough, Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { collect, type Allowance } from './body-collector.js';
import { BodyMemory } from './body-memory.js';

const TOO_LARGE = new Error('too large');

/** Grants everything and notes what was asked for. */
function allowance(asked: number[], over: Partial<Allowance> = {}): Allowance {
  const grow = (bytes: number) => Promise.resolve(void asked.push(bytes));
  return { startBytes: 4, firstBytes: 8, maxBytes: 1_000, grow, tooLarge: () => TOO_LARGE, ...over };
}

const read = (stream: Readable, allowed: Allowance) => collect(stream, allowed, new BodyMemory());

const pieces = (count: number, bytes: number) =>
  Array.from({ length: count }, (_, n) => Buffer.alloc(bytes, n % 256));

describe('collect', () => {
  it.each([
    [100, 1],
    [10, 100],
    [1, 1_000],
    [0, 0],
  ])('puts %d pieces of %d bytes together', async (count, size) => {
    const sent = pieces(count, size);
    const asked: number[] = [];
    const { bytes } = await read(Readable.from(sent, { objectMode: false }), allowance(asked));
    expect(bytes.equals(Buffer.concat(sent))).toBe(true);
    expect(Math.max(0, ...asked)).toBeLessThanOrEqual(1_000);
  });

  it('asks for four times what has come, not for what is claimed', async () => {
    const asked: number[] = [];
    const stream = new PassThrough();
    void read(stream, allowance(asked)).catch(() => undefined);
    stream.write(Buffer.alloc(8));
    await nextTurn();
    expect(asked).toEqual([]);
    stream.write(Buffer.alloc(1));
    await nextTurn();
    expect(asked).toEqual([32]);
    stream.destroy();
  });

  it('takes nothing from the stream while it waits for memory', async () => {
    let grant: () => void = () => undefined;
    const grow = () => new Promise<void>((resolve) => (grant = resolve));
    const stream = new PassThrough();
    const body = read(stream, allowance([], { grow }));
    stream.end(Buffer.alloc(9));
    await nextTurn();
    expect(stream.isPaused()).toBe(true);
    grant();
    expect((await body).bytes).toHaveLength(9);
  });

  it('ends the stream as soon as it brings too much', async () => {
    const stream = new PassThrough();
    const body = read(stream, allowance([]));
    stream.write(Buffer.alloc(1_001));
    await expect(body).rejects.toBe(TOO_LARGE);
    expect(stream.destroyed).toBe(true);
  });

  it('leaves nothing of its own on a stream that has ended', async () => {
    const stream = new PassThrough();
    const listening = () => stream.eventNames().map((name) => [name, stream.listenerCount(name)]);
    stream.on('error', () => undefined);
    const before = [...listening()];
    stream.end(Buffer.alloc(9));
    await read(stream, allowance([]));
    const errors = stream.listenerCount('error');
    expect(listening().filter(([name]) => name !== 'error')).toEqual(
      before.filter(([name]) => name !== 'error'),
    );
    expect(errors).toBeGreaterThan(0);
  });

  it('fails with a stream that was lost, also before anybody read', async () => {
    const lost = new PassThrough();
    const body = read(lost, allowance([]));
    lost.destroy();
    await expect(body).rejects.toMatchObject({ code: 'ECONNRESET' });
    await expect(read(lost, allowance([]))).rejects.toMatchObject({ code: 'ECONNRESET' });
  });
});
