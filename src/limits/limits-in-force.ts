import type { AccessConfig } from '../config/access.config.js';
import type { JobsConfig } from '../config/jobs.config.js';
import type { LimitsConfig } from '../config/limits.config.js';
import type { LiveConfig } from '../config/live.config.js';
import type { ProcessingConfig } from '../config/processing.config.js';
import type { RetentionConfig } from '../config/retention.config.js';
import type { ServerConfig } from '../config/server.config.js';
import type { WebhooksConfig } from '../config/webhooks.config.js';

/** What the value is counted in; null for a word. */
export const UNITS = ['bytes', 'images', 'pixels', 'ms', 'tries', 'per minute', 'at once', 'days'] as const;
export type Unit = (typeof UNITS)[number];

export interface Limit {
  /** The setting, where there is one to change. */
  readonly name: string;
  readonly value: number | string;
  readonly unit: Unit | null;
  readonly description: string;
}

export interface Settings {
  readonly server: ServerConfig;
  readonly access: AccessConfig;
  readonly limits: LimitsConfig;
  readonly live: LiveConfig;
  readonly jobs: JobsConfig;
  readonly processing: ProcessingConfig;
  readonly webhooks: WebhooksConfig;
  readonly retention: RetentionConfig;
  readonly exportsAtOnce: number;
}

type Row = readonly [
  name: string,
  value: (settings: Settings) => number | string,
  unit: Unit | null,
  description: string,
];

/** In the order of a job's way through the service. Nothing here may be a secret, or lead to one. */
const ROWS: readonly Row[] = [
  ['SUBMIT_MAX_BYTES', ({ jobs }) => jobs.submitMaxBytes, 'bytes', 'Largest body of a submit, unpacked.'],
  ['JOB_MAX_IMAGES', ({ jobs }) => jobs.maxImages, 'images', 'Most images of a job.'],
  [
    'REQUEST_TIMEOUT_MS',
    ({ server }) => server.requestTimeoutMs,
    'ms',
    'Longest time from the first to the last byte of a request.',
  ],
  [
    'IMAGE_VERIFY',
    ({ processing }) => processing.verify,
    null,
    'Whether the pixels of an image are decoded once, or its header is trusted.',
  ],
  ['IMAGE_MAX_BYTES', ({ processing }) => processing.maxBytes, 'bytes', 'Largest file of an image.'],
  ['IMAGE_MAX_PIXELS', ({ processing }) => processing.maxPixels, 'pixels', 'Largest image.'],
  [
    'IMAGE_TIMEOUT_MS',
    ({ processing }) => processing.timeoutMs,
    'ms',
    'Longest time of one try to download an image, from the connection to the last byte.',
  ],
  ['IMAGE_MAX_ATTEMPTS', ({ processing }) => processing.maxAttempts, 'tries', 'Tries to download an image.'],
  [
    'IMAGES_IN_FLIGHT',
    ({ processing }) => processing.imagesInFlight,
    'at once',
    'Images that one worker process has under way.',
  ],
  [
    'DECODE_CONCURRENCY',
    ({ processing }) => processing.decodeConcurrency,
    'at once',
    'Images that one worker process decodes.',
  ],
  [
    'IMAGE_BUFFER_BYTES',
    ({ processing }) => processing.bufferBytes,
    'bytes',
    'Downloaded bytes that one worker process holds; reading pauses when it is full.',
  ],
  [
    'HOST_MAX_CONCURRENT',
    ({ processing }) => processing.hostMaxConcurrent,
    'at once',
    'Downloads from one host, of one worker process.',
  ],
  [
    'GPU_SLEEP_MIN_MS',
    ({ processing }) => processing.sleepMinMs,
    'ms',
    'Shortest time of the simulated GPU.',
  ],
  ['GPU_SLEEP_MAX_MS', ({ processing }) => processing.sleepMaxMs, 'ms', 'Longest time of the simulated GPU.'],
  [
    'AUTH',
    ({ access }) => access.mode,
    null,
    'Who may come in: everybody on this machine (open), whoever has a key (keys), or everybody (off).',
  ],
  ['RATE_LIMIT_READ_PER_MINUTE', ({ limits }) => limits.read, 'per minute', rate('Requests that read')],
  [
    'RATE_LIMIT_SUBMIT_PER_MINUTE',
    ({ limits }) => limits.submit,
    'per minute',
    rate('Submits and other changes'),
  ],
  [
    'RATE_LIMIT_WRONG_KEYS_PER_MINUTE',
    ({ limits }) => limits['wrong-keys'],
    'per minute',
    'Wrong keys of one address, and apart from them its failed sign-ins; 0 is no limit.',
  ],
  ['LIVE_STREAMS_MAX', ({ live }) => live.maxStreams, 'at once', 'Live streams of one process.'],
  [
    'LIVE_STREAMS_PER_CALLER',
    ({ live }) => live.maxStreamsPerCaller,
    'at once',
    'Live streams of one key, or else of one address, of one process.',
  ],
  ['EXPORTS', ({ exportsAtOnce }) => exportsAtOnce, 'at once', 'Exports of one process; not a setting.'],
  [
    'WEBHOOK_TIMEOUT_MS',
    ({ webhooks }) => webhooks.timeoutMs,
    'ms',
    'Longest time of one attempt to deliver a webhook.',
  ],
  [
    'WEBHOOK_RETRY_BASE_MS',
    ({ webhooks }) => webhooks.retryBaseMs,
    'ms',
    'Pause after the first attempt that failed; later ones are multiples of it.',
  ],
  [
    'RETENTION_DAYS',
    ({ retention }) => retention.days,
    'days',
    'How long the images of a settled job are kept; 0 is for ever.',
  ],
];

export function limitsInForce(settings: Settings): Limit[] {
  return ROWS.map(([name, value, unit, description]) => ({
    name,
    value: value(settings),
    unit,
    description,
  }));
}

function rate(what: string): string {
  return `${what}, of one key, or else of one address; 0 is no limit.`;
}
