/** The service's own measuring code alone: decodes an image, and tells how sharp and how bright it is. */
import { processingConfig } from '../../dist/config/processing.config.js';
import { ImageMeasurer } from '../../dist/processing/measure/image-measurer.js';
import { fileOf } from './kept-files.mjs';

const measurer = new ImageMeasurer(processingConfig());

export async function measure(url) {
  return measurer.measure(await fileOf(url));
}
