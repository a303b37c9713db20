import { accessConfig } from '../config/access.config.js';
import { jobsConfig } from '../config/jobs.config.js';
import { limitsConfig } from '../config/limits.config.js';
import { liveConfig } from '../config/live.config.js';
import { processingConfig } from '../config/processing.config.js';
import { retentionConfig } from '../config/retention.config.js';
import { serverConfig } from '../config/server.config.js';
import { webhooksConfig } from '../config/webhooks.config.js';
import { limitsInForce } from './limits-in-force.js';

/** No two alike, and none the value it has where nothing is set. */
const NUMBERS = {
  SUBMIT_MAX_BYTES: 20_001,
  JOB_MAX_IMAGES: 20_002,
  REQUEST_TIMEOUT_MS: 20_003,
  IMAGE_MAX_BYTES: 20_004,
  IMAGE_MAX_PIXELS: 20_005,
  IMAGE_TIMEOUT_MS: 20_006,
  IMAGE_MAX_ATTEMPTS: 7,
  IMAGES_IN_FLIGHT: 208,
  DECODE_CONCURRENCY: 209,
  IMAGE_BUFFER_BYTES: 2_000_010,
  HOST_MAX_CONCURRENT: 211,
  GPU_SLEEP_MIN_MS: 212,
  GPU_SLEEP_MAX_MS: 213,
  RATE_LIMIT_READ_PER_MINUTE: 214,
  RATE_LIMIT_SUBMIT_PER_MINUTE: 215,
  RATE_LIMIT_WRONG_KEYS_PER_MINUTE: 216,
  LIVE_STREAMS_MAX: 217,
  LIVE_STREAMS_PER_CALLER: 218,
  WEBHOOK_TIMEOUT_MS: 219,
  WEBHOOK_RETRY_BASE_MS: 220,
  RETENTION_DAYS: 221,
};

const environment = process.env;
afterEach(() => (process.env = environment));

/** Of a process that was started with these settings. */
function limitsOf(settings: Readonly<Record<string, number | string>>) {
  process.env = Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, String(value)]));
  return limitsInForce({
    server: serverConfig(),
    access: accessConfig(),
    limits: limitsConfig(),
    live: liveConfig(),
    jobs: jobsConfig(),
    processing: processingConfig(),
    webhooks: webhooksConfig(),
    retention: retentionConfig(),
    exportsAtOnce: 222,
  });
}

describe('limitsInForce', () => {
  it('tells for each setting what it was set to', () => {
    const limits = limitsOf({ ...NUMBERS, IMAGE_VERIFY: 'header', AUTH: 'on' });
    expect(Object.fromEntries(limits.map(({ name, value }) => [name, value]))).toEqual({
      ...NUMBERS,
      IMAGE_VERIFY: 'header',
      AUTH: 'keys',
      EXPORTS: 222,
    });
  });

  it('describes each once, in a sentence', () => {
    const limits = limitsOf({});
    expect(new Set(limits.map(({ name }) => name)).size).toBe(limits.length);
    expect(limits.filter(({ description }) => !/^[A-Z].*\.$/.test(description))).toEqual([]);
  });
});
