import sharp, { type Sharp } from 'sharp';
import { processingConfig } from '../../../src/config/processing.config.js';
import { ImageMeasurer } from '../../../src/processing/measure/image-measurer.js';
import { photo, shelf } from '../../support/pictures.js';

let noise: Buffer;
let boxes: Buffer;
let measurer: ImageMeasurer;

// A measurer leaves sharp only the loaders of what is measured; pictures are made before. That of another file may
// have been in this process already.
beforeAll(async () => {
  sharp.unblock({ operation: ['VipsForeignLoad'] });
  noise = await photo(1_280, 960).png().toBuffer();
  boxes = await shelf().png().toBuffer();
  measurer = new ImageMeasurer(processingConfig());
});

/** Also as many rows as a row of blocks and one more, and sides that no thinning divides. */
const SIDES = [
  [257, 511],
  [1_001, 749],
  [2_049, 1_535],
  [255, 4_097],
  [4_099, 263],
  [3_000, 2_999],
  [5_003, 3_001],
  [3_001, 61],
  [3_073, 2_305],
  [6_000, 4_001],
  [4_000, 3_000],
  [1_288, 968],
] as const;

describe('A JPEG that is thinned out while it is decoded', () => {
  it.each(SIDES)(
    'of %i x %i fails when its end is missing',
    async (width, height) => {
      const whole = await sharp(noise)
        .resize(width, height, { fit: 'fill', kernel: 'nearest' })
        .jpeg({ quality: 70 })
        .toBuffer();
      await expect(measurer.measure(whole)).resolves.toMatchObject({ width, height });
      for (const cut of [30, 200, Math.floor(whole.length / 20), Math.floor(whole.length / 2)]) {
        const opening = measurer.measure(whole.subarray(0, whole.length - cut));
        await expect(opening).rejects.toMatchObject({ code: 'IMAGE_DAMAGED' });
      }
    },
    30_000,
  );
});

describe('How an image looks', () => {
  const looks = async (image: Sharp) => measurer.measure(await image.toBuffer());

  it('is about the same in any size, format and number of channels', async () => {
    const first = await looks(sharp(boxes).jpeg({ quality: 95 }));
    for (const same of [
      sharp(boxes).png(),
      sharp(boxes).ensureAlpha().png(),
      sharp(boxes).webp({ quality: 95 }),
      sharp(boxes).toColourspace('rgb16').png(),
      sharp(boxes).toColourspace('cmyk').jpeg({ quality: 95 }),
      sharp(boxes).greyscale().png(),
    ]) {
      const { sharpness, brightness } = await looks(same);
      expect((sharpness as number) / (first.sharpness as number)).toBeGreaterThan(0.5);
      expect((sharpness as number) / (first.sharpness as number)).toBeLessThan(2);
      expect(Math.abs((brightness as number) - (first.brightness as number))).toBeLessThan(30);
    }
  });

  it('is not told of one that is too narrow to be looked at', async () => {
    const line = await looks(sharp(boxes).resize(2_000, 20, { fit: 'fill' }).jpeg());
    expect(line).toMatchObject({ width: 2_000, sharpness: null, brightness: null });
  });
});
