import type { ProcessingConfig } from '../../../src/config/processing.config.js';
import type { ImageError } from '../../../src/processing/image-error.js';
import { ImageMeasurer } from '../../../src/processing/measure/image-measurer.js';
import { hostileImages } from '../../support/hostile/hostile-images.js';
import { blackPng, losslessWebp } from '../../support/hostile/chunks.js';
import { unusualImages } from '../../support/hostile/unusual-images.js';

const config = { decodeConcurrency: 2, verify: 'decode', maxPixels: 60_000_000 } as ProcessingConfig;
const measurer = new ImageMeasurer(config);

/** Sides, or the code of the failure. */
async function become(file: Buffer, by = measurer): Promise<object | string> {
  try {
    const { width, height } = await by.measure(file);
    return { width, height };
  } catch (error) {
    const { code, reason } = error as ImageError;
    expect(reason).toMatch(/^could not be (opened|measured).*\.$/);
    return code;
  }
}

it('measures good images of every kind', async () => {
  for (const { name, file, becomes } of await unusualImages()) {
    expect([name, await become(file)]).toEqual([name, becomes]);
  }
});

it('fails files that were made to do harm, and measures those that do none', async () => {
  for (const { name, file, becomes } of await hostileImages()) {
    expect([name, await become(file)]).toEqual([name, becomes]);
  }
});

it('asks for JPEG where a phone sends HEIC', async () => {
  const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1');
  await expect(measurer.measure(heic)).rejects.toMatchObject({
    reason: 'could not be measured: HEIC photos are not supported; send JPEG.',
  });
});

class Impatient extends ImageMeasurer {
  override timeoutMs = 1;
}

it('gives up what takes too long, and opens the next one all the same', async () => {
  const impatient = new Impatient({ ...config, decodeConcurrency: 1 });
  await expect(become(losslessWebp(4_000, 4_000), impatient)).resolves.toBe('DECODE_TIMEOUT');
  impatient.timeoutMs = 20_000;
  await expect(become(blackPng({ width: 3, height: 2 }), impatient)).resolves.toEqual({
    width: 3,
    height: 2,
  });
});
