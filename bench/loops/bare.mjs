/** The service's own download and measuring code, without API, queue and database around it. */
import { outboundConfig } from '../../dist/config/outbound.config.js';
import { processingConfig } from '../../dist/config/processing.config.js';
import { serverConfig } from '../../dist/config/server.config.js';
import { ImageDownloader } from '../../dist/processing/download/image-downloader.js';
import { parseImageUrl } from '../../dist/processing/download/image-url.js';
import { ImageMeasurer } from '../../dist/processing/measure/image-measurer.js';

const config = processingConfig();
const downloader = new ImageDownloader(config, serverConfig(), outboundConfig());
const measurer = new ImageMeasurer(config);

export async function measure(url) {
  const body = await downloader.download(parseImageUrl(url));
  const size = await measurer.measure(body.bytes);
  body.recycle();
  return size;
}
