import { Inject, Injectable } from '@nestjs/common';
import sharp, { type Metadata, type Sharp } from 'sharp';
import { processingConfig, type ProcessingConfig } from '../../config/processing.config.js';
import { ImageError } from '../image-error.js';
import { Semaphore } from '../semaphore.js';
import { imageFormat, type ImageFormat } from './image-format.js';
import type { ImageSize } from './perimeter.js';

/** Longest decode, in seconds. A 60-megapixel photo takes about one. */
const DECODE_TIMEOUT_S = 20;

/** EXIF orientations 5 to 8 turn the picture by 90 degrees. */
const FIRST_TURNED_ORIENTATION = 5;

export interface Measurement extends ImageSize {
  readonly format: ImageFormat;
}

/** Opens images and reads their sides. */
@Injectable()
export class ImageMeasurer {
  private readonly decodes: Semaphore;

  constructor(@Inject(processingConfig.KEY) private readonly config: ProcessingConfig) {
    this.decodes = new Semaphore(config.decodeConcurrency);
    // Only the loaders of the formats we measure; strangers' files reach no other parser.
    sharp.block({ operation: ['VipsForeignLoad'] });
    sharp.unblock({
      operation: [
        'VipsForeignLoadJpegBuffer',
        'VipsForeignLoadPngBuffer',
        'VipsForeignLoadWebpBuffer',
        'VipsForeignLoadNsgifBuffer',
      ],
    });
    // Every file is seen once, so a cache only costs memory; many images at once use the cores better than threads per image.
    sharp.cache(false);
    sharp.concurrency(1);
  }

  /**
   * Measures an image as a person sees it: EXIF rotation applied, first frame.
   * With IMAGE_VERIFY=decode every pixel is decoded once, so a damaged upload fails.
   *
   * @param lane files of different lanes take turns when they have to wait
   * @throws ImageError
   */
  async measure(file: Buffer, lane?: string): Promise<Measurement> {
    const format = imageFormat(file);
    return this.decodes.use(async () => {
      try {
        const image = sharp(file, {
          failOn: 'warning',
          limitInputPixels: this.config.maxPixels,
          sequentialRead: true,
        });
        const metadata = await image.metadata();
        if (this.config.verify === 'decode') await decode(image, metadata);
        return { ...sidesAsSeen(metadata), format };
      } catch (error) {
        throw this.toMeasureError(error as Error);
      }
    }, lane);
  }

  private toMeasureError({ message }: Error): ImageError {
    if (message.includes('pixel limit')) {
      return new ImageError(
        'TOO_MANY_PIXELS',
        `could not be measured: it has more than ${this.config.maxPixels} pixels, which is the limit (IMAGE_MAX_PIXELS).`,
      );
    }
    if (message.startsWith('timeout')) {
      return new ImageError('DECODE_TIMEOUT', `could not be opened within ${DECODE_TIMEOUT_S} s.`);
    }
    return new ImageError('IMAGE_DAMAGED', 'could not be opened: the file is damaged or incomplete.');
  }
}

/**
 * Decodes everything but keeps one pixel: the last one, which takes all rows
 * before it (223 ms on a 24-megapixel JPEG; keeping all pixels takes 301 ms and 72 MB).
 */
async function decode(image: Sharp, { width, height }: Metadata): Promise<void> {
  await image
    .extract({ left: width - 1, top: height - 1, width: 1, height: 1 })
    .timeout({ seconds: DECODE_TIMEOUT_S })
    .raw()
    .toBuffer();
}

function sidesAsSeen({ width, height, orientation = 1 }: Metadata): ImageSize {
  return orientation >= FIRST_TURNED_ORIENTATION ? { width: height, height: width } : { width, height };
}
