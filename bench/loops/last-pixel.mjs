/**
 * The service's own checks, and the decoding without a look at it: the last pixel is kept, which takes all rows
 * before it. The header is read twice, which takes little.
 */
import { processingConfig } from '../../dist/config/processing.config.js';
import { ImageMeasurer } from '../../dist/processing/measure/image-measurer.js';
import { fileOf } from './kept-files.mjs';
import { openImage } from './sharp-call.mjs';

const measurer = new ImageMeasurer({ ...processingConfig(), verify: 'header' });

export async function measure(url) {
  const file = await fileOf(url);
  await measurer.measure(file);
  return openImage(file);
}
