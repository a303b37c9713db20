import { judge } from './judge.js';
import type { ImageFacts } from './criteria.js';

const PHOTO: ImageFacts = {
  width: 1_200,
  height: 900,
  bytes: 80_000,
  format: 'jpeg',
  visitImages: 2,
  sharpness: 300,
  brightness: 120,
};

describe('judge', () => {
  it('lets an image pass that is exactly at its limits', () => {
    const criteria = {
      min_width: { limit: 1_200, effect: 'reject' },
      min_megapixels: { limit: 1.08, effect: 'reject' },
      max_aspect: { limit: 1_200 / 900, effect: 'reject' },
      formats: { limit: ['jpeg', 'png'], effect: 'reject' },
      max_brightness: { limit: 120, effect: 'reject' },
    } as const;
    expect(judge(PHOTO, criteria)).toEqual([]);
  });

  it('says of each rule that is broken what the image has and what is asked for', () => {
    const breaches = judge(PHOTO, {
      min_images: { limit: 3, effect: 'warn' },
      min_width: { limit: 1_600, effect: 'reject' },
      min_aspect: { limit: 1.5, effect: 'warn' },
      formats: { limit: ['png', 'webp'], effect: 'reject' },
    });
    expect(breaches).toEqual([
      {
        code: 'RULE_MIN_WIDTH',
        effect: 'reject',
        reason: 'it is 1200 pixels wide, where at least 1600 is asked for',
      },
      {
        code: 'RULE_MIN_ASPECT',
        effect: 'warn',
        reason: 'its width is 1.33333 times its height, where at least 1.5 is asked for',
      },
      {
        code: 'RULE_FORMATS',
        effect: 'reject',
        reason: 'its format is jpeg, where png or webp is asked for',
      },
      {
        code: 'RULE_MIN_IMAGES',
        effect: 'warn',
        reason: 'its visit has 2 images, where at least 3 is asked for',
      },
    ]);
  });

  it('holds nothing against an image that nobody has looked at for it', () => {
    const unseen = { ...PHOTO, sharpness: null, brightness: null };
    const criteria = {
      min_sharpness: { limit: 100, effect: 'reject' },
      min_brightness: { limit: 255, effect: 'warn' },
    } as const;
    expect(judge(unseen, criteria)).toEqual([]);
  });
});
