import { copyLine, inPieces } from './copy-text.js';

describe('copyLine', () => {
  it('separates by tabs and writes what is not there as \\N', () => {
    expect(copyLine([1, true, 'RP1', undefined, 12.5])).toBe('1\ttrue\tRP1\t\\N\t12.5\n');
  });

  it('keeps characters that mean something to COPY', () => {
    expect(copyLine(['a\\N', 'b\tc', 'd\ne\r', '\\.'])).toBe('a\\\\N\tb\\tc\td\\ne\\r\t\\\\.\n');
  });
});

describe('inPieces', () => {
  it('joins lines without losing any, also the last ones', async () => {
    const lines = Array.from({ length: 10_000 }, (_, i) => `line ${i}\n`);
    const pieces: string[] = [];
    // eslint-disable-next-line @typescript-eslint/require-await -- a source that never waits
    const source = async function* () {
      yield* lines;
    };
    for await (const piece of inPieces(source())) pieces.push(piece);
    expect(pieces.join('')).toBe(lines.join(''));
    expect(pieces.length).toBeLessThan(5);
  });
});
