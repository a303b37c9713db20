import fc from 'fast-check';
import sharp from 'sharp';
import type { ProcessingConfig } from '../../../src/config/processing.config.js';
import { ImageError } from '../../../src/processing/image-error.js';
import { ImageMeasurer } from '../../../src/processing/measure/image-measurer.js';
import { residentBytes } from '../../support/drills/resident-memory.js';
import { headerSides } from '../../support/hostile/header-sides.js';

/** How long files are made up; raise it to look harder. */
const FUZZ_MS = Number(process.env['FUZZ_MS'] ?? 10_000);

const CODES =
  /^(FILE_EMPTY|NOT_AN_IMAGE|FORMAT_NOT_SUPPORTED|IMAGE_DAMAGED|TOO_MANY_PIXELS|IMAGE_TOO_COMPLEX)$/;

const measurer = new ImageMeasurer({
  decodeConcurrency: 2,
  verify: 'decode',
  maxPixels: 1_000_000,
} as ProcessingConfig);

type Change = (file: Buffer) => Buffer;

/** A place in the file; often in its first bytes, where most of the meaning is. */
const place = fc.oneof(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.double({ min: 0, max: 0.05, noNaN: true }),
);
const at = (file: Buffer, part: number) => Math.floor(part * Math.max(0, file.length - 1));

const flip = fc.tuple(place, fc.nat(7)).map(([part, bit]): Change => (file) => {
  const copy = Buffer.from(file);
  const index = at(file, part);
  if (index < copy.length) copy[index] = (copy[index] ?? 0) ^ (1 << bit);
  return copy;
});
const overwrite = fc
  .tuple(place, fc.uint8Array({ minLength: 1, maxLength: 8 }))
  .map(([part, bytes]): Change => (file) => {
    const copy = Buffer.from(file);
    copy.set(bytes.subarray(0, Math.max(0, copy.length - at(file, part))), at(file, part));
    return copy;
  });
const insert = fc.tuple(place, fc.uint8Array({ maxLength: 64 })).map(
  ([part, bytes]): Change =>
    (file) =>
      Buffer.concat([file.subarray(0, at(file, part)), bytes, file.subarray(at(file, part))]),
);
const remove = fc.tuple(place, fc.nat(64)).map(
  ([part, count]): Change =>
    (file) =>
      Buffer.concat([file.subarray(0, at(file, part)), file.subarray(at(file, part) + count)]),
);
const cut = place.map(
  (part): Change =>
    (file) =>
      file.subarray(0, at(file, part)),
);
const repeat = fc
  .tuple(place, place, fc.integer({ min: 1, max: 20 }))
  .map(([from, to, times]): Change => (file) => {
    const piece = file.subarray(at(file, from), at(file, to));
    return Buffer.concat([
      file.subarray(0, at(file, to)),
      ...Array<Buffer>(times).fill(piece),
      file.subarray(at(file, to)),
    ]);
  });
const changes = fc.array(fc.oneof({ weight: 4, arbitrary: flip }, overwrite, insert, remove, cut, repeat), {
  minLength: 1,
  maxLength: 5,
});

async function validFiles(): Promise<Buffer[]> {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  const picture = () => sharp({ create: { width: 48, height: 36, channels: 3, background: '#888', noise } });
  const makers = [
    picture().jpeg(),
    picture().jpeg({ progressive: true }),
    picture().png(),
    picture().png({ progressive: true, palette: true }),
    picture().webp(),
    picture().webp({ lossless: true }),
    picture().ensureAlpha(0.5).webp(),
    picture().gif(),
  ];
  return Promise.all(makers.map((image) => image.toBuffer()));
}

describe('Files that were changed at random', () => {
  it('fail with a code, or are measured with the sides in their header', async () => {
    const files = await validFiles();
    const before = residentBytes(process.pid);
    let failed = 0;
    let measured = 0;
    const property = fc.asyncProperty(fc.constantFrom(...files), changes, async (valid, steps) => {
      const file = steps.reduce((changed, step) => step(changed), valid);
      try {
        const { width, height, format } = await measurer.measure(file);
        const header = headerSides(file);
        measured += 1;
        // Frames of a GIF may reach over its screen.
        if (format === 'gif')
          expect([width, height]).toEqual([
            Math.max(width, header?.width ?? 0),
            Math.max(height, header?.height ?? 0),
          ]);
        else expect({ width, height }).toEqual(header);
      } catch (error) {
        if (!(error instanceof ImageError)) throw error;
        failed += 1;
        expect(error.code).toMatch(CODES);
      }
    });
    const limits = { numRuns: 1_000_000, interruptAfterTimeLimit: FUZZ_MS, markInterruptAsFailure: false };
    await fc.assert(property, limits);
    expect(failed).toBeGreaterThan(100);
    expect(measured).toBeGreaterThan(100);
    expect(residentBytes(process.pid) - before).toBeLessThan(300 * 1_048_576);
  });
});
