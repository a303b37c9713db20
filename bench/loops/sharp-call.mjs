/** The same calls of sharp as in the service, and nothing around them: no limits, no error sentences. */
import sharp from 'sharp';
import { processingConfig } from '../../dist/config/processing.config.js';

const { verify } = processingConfig();
sharp.cache(false);
sharp.concurrency(1);

export async function openImage(file) {
  const image = sharp(file, { failOn: 'warning', sequentialRead: true });
  const { width, height } = await image.metadata();
  if (verify === 'decode') {
    const lastPixel = { left: width - 1, top: height - 1, width: 1, height: 1 };
    await image.extract(lastPixel).raw().toBuffer();
  }
  return { width, height };
}
