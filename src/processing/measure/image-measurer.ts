import { Inject, Injectable } from '@nestjs/common';
import sharp, { type Metadata, type Sharp } from 'sharp';
import { processingConfig, type ProcessingConfig } from '../../config/processing.config.js';
import { Deadline } from '../deadline.js';
import { MemoryBudget } from '../memory-budget.js';
import { Semaphore } from '../../common/semaphore.js';
import { appearanceOf, UNSEEN, type Appearance } from './appearance.js';
import { declaredSides } from './declared-sides.js';
import { imageFormat, type ImageFormat } from './image-format.js';
import {
  damaged,
  OPENING_TIMEOUT_S,
  tooLong,
  tooManyPixels,
  tooMuchMemory,
  tooSlow,
  toMeasureError,
} from './measure-error.js';
import { assertQuickToDecode, assertQuickToParse } from './opening-cost.js';
import { FILE_COPIES, openingBytes } from './opening-memory.js';
import type { ImageSize } from './perimeter.js';
import { assertModestMetadata } from './png-metadata.js';
import { copySides, losesRows } from './small-copy.js';

/**
 * Memory that opening images may take, for each one opened at a time. Ordinary photos take a
 * tenth of it; large progressive and interlaced pictures wait until the others leave them room.
 */
const BYTES_PER_OPENING = 134_217_728;

/**
 * Most memory for a single image, for each pixel that IMAGE_MAX_PIXELS allows. It leaves out only very
 * large pictures of rare kinds: progressive ones whose colour is not thinned out, interlaced ones
 * of 16 bits. With them, opening could take twice as much.
 */
const BYTES_PER_ALLOWED_PIXEL = 4.5;

/** The same for all of them together: more places do not need more, as large pictures wait for one another. */
const MAX_OPENING_BYTES = 268_435_456;

/**
 * Headers read at a time, for each core. A thread that had to wait for the main thread to hand it the next
 * file would wait longer than it reads: with one for each core, half as many a second were read.
 */
const HEADERS_AT_ONCE = 8;

/** Images that need less do not ask. */
const SMALL_BYTES = 16_777_216;

/** Longest side. No photo has it; a row of 59 million pixels took 1.3 GB. */
const MAX_SIDE = 1_000_000;

/** EXIF orientations 5 to 8 turn the picture by 90 degrees. */
const FIRST_TURNED_ORIENTATION = 5;

export interface Measurement extends ImageSize, Appearance {
  readonly format: ImageFormat;
}

/** What an opening tells. */
interface Opened {
  readonly metadata: Metadata;
  readonly appearance: Appearance;
}

/** Opens images and reads their sides. */
@Injectable()
export class ImageMeasurer {
  protected readonly timeoutMs: number = OPENING_TIMEOUT_S * 1_000;
  private readonly decodes: Semaphore;
  private readonly memory: MemoryBudget;

  constructor(@Inject(processingConfig.KEY) private readonly config: ProcessingConfig) {
    const { decodeConcurrency: cores, verify } = config;
    // One more than are decoded at a time, for the same reason; the threads are one more still, so that others find one.
    this.decodes = new Semaphore(verify === 'header' ? cores * HEADERS_AT_ONCE : cores + 1);
    this.memory = new MemoryBudget(Math.min(cores * BYTES_PER_OPENING, MAX_OPENING_BYTES));
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
   * With IMAGE_VERIFY=decode every pixel is decoded once, so a damaged upload fails, and how sharp and how bright it is
   * comes out of the same decoding.
   *
   * @param lane files of different lanes take turns when they have to wait
   * @throws ImageError
   */
  async measure(file: Buffer, lane?: string): Promise<Measurement> {
    const format = imageFormat(file);
    const declared = declaredSides(file, format);
    if (declared) this.assertNotTooLarge(declared);
    assertQuickToParse(file, format);
    return new Promise((resolve, reject) => {
      void this.decodes.use(async () => {
        // What libvips does in one go cannot be stopped. The answer does not wait for it, but its place is taken until it ends.
        const deadline = new Deadline(this.timeoutMs, () => reject(tooSlow()));
        try {
          const { metadata, appearance } = await this.open(file, format, deadline);
          resolve({ ...asSeen(metadata, declared, format), ...appearance, format });
        } catch (error) {
          reject(toMeasureError(error as Error, this.config.maxPixels));
        } finally {
          deadline.clear();
        }
      }, lane);
    });
  }

  private async open(file: Buffer, format: ImageFormat, deadline: Deadline): Promise<Opened> {
    if (format === 'png') await assertModestMetadata(file);
    const image = sharp(file, {
      failOn: 'warning',
      limitInputPixels: this.config.maxPixels,
      sequentialRead: true,
      // A photo's own colour space moves its brightness by little, and every pixel would be converted.
      ignoreIcc: true,
    });
    const metadata = await image.metadata();
    if (this.config.verify === 'header') return { metadata, appearance: UNSEEN };
    // Some decoders do without the end of a PNG; a file without it was cut.
    if (format === 'png' && file.lastIndexOf('IEND') === -1) throw damaged();
    assertQuickToDecode(file, metadata);

    const bytes = openingBytes(file.length, format, metadata);
    const mostBytes = file.length * FILE_COPIES + this.config.maxPixels * BYTES_PER_ALLOWED_PIXEL;
    if (bytes > mostBytes) throw tooMuchMemory(mostBytes);
    const share = bytes > SMALL_BYTES ? await deadline.pausedFor(() => this.memory.begin(bytes)) : undefined;
    try {
      if (deadline.expired) throw tooSlow(); // nobody waits for it any more
      return { metadata, appearance: await decode(image, format, metadata) };
    } finally {
      share?.release();
    }
  }

  private assertNotTooLarge({ width, height }: ImageSize): void {
    if (width * height > this.config.maxPixels) throw tooManyPixels(this.config.maxPixels);
    if (Math.max(width, height) > MAX_SIDE) throw tooLong(MAX_SIDE);
  }
}

/**
 * Decodes everything into a small copy, and looks at that. Beside keeping a single pixel that takes 1.2 to 1.3 times the
 * CPU for a JPEG, 2.4 for a small PNG and 0.7 for a WebP (`npm run bench -- --only appearance`). A JPEG is thinned out
 * while it is decoded, where that leaves out none of its rows; the others are decoded in full size first.
 * WebP, which is decoded in one go, keeps no row: 459 MB before, at 59 megapixels.
 */
async function decode(image: Sharp, format: ImageFormat, metadata: Metadata): Promise<Appearance> {
  const { width, height } = metadata;
  const copy = copySides(metadata);
  if (!copy) return decodeLastPixel(image, metadata);
  // What is cut out first is not thinned out.
  if (format === 'jpeg' && losesRows(metadata)) image.extract({ left: 0, top: 0, width, height });
  const pixels = await image
    .resize(copy.width, copy.height, { kernel: 'linear', fit: 'fill' })
    .timeout({ seconds: OPENING_TIMEOUT_S })
    .raw()
    .toBuffer();
  return appearanceOf(pixels, copy);
}

/** The last pixel takes all rows before it. */
async function decodeLastPixel(image: Sharp, { width, height }: Metadata): Promise<Appearance> {
  await image
    .extract({ left: width - 1, top: height - 1, width: 1, height: 1 })
    .timeout({ seconds: OPENING_TIMEOUT_S })
    .raw()
    .toBuffer();
  return UNSEEN;
}

/**
 * The decoder takes some screens of GIF files for a mistake (640 x 480, or more than 2048) and
 * measures the frame; people see the screen.
 */
function asSeen(
  { width, height, orientation = 1 }: Metadata,
  declared: ImageSize | undefined,
  format: ImageFormat,
): ImageSize {
  if (format === 'gif' && declared)
    return { width: Math.max(width, declared.width), height: Math.max(height, declared.height) };
  return orientation >= FIRST_TURNED_ORIENTATION ? { width: height, height: width } : { width, height };
}
