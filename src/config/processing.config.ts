import { availableParallelism } from 'node:os';
import { registerAs, type ConfigType } from '@nestjs/config';
import { SettingError } from '../common/setting-error.js';
import { enumFromEnv, intFromEnv } from './env.js';

const MEGABYTE = 1_048_576;

export const processingConfig = registerAs('processing', () => {
  const sleepMinMs = intFromEnv('GPU_SLEEP_MIN_MS', 100, { min: 0, max: 60_000 });
  const sleepMaxMs = intFromEnv('GPU_SLEEP_MAX_MS', 400, { min: 0, max: 60_000 });
  if (sleepMinMs > sleepMaxMs) {
    throw new SettingError(
      `GPU_SLEEP_MIN_MS (${sleepMinMs}) must not exceed GPU_SLEEP_MAX_MS (${sleepMaxMs}).`,
    );
  }
  return {
    /** Images one worker process has under way at once, asleep ones included. */
    imagesInFlight: intFromEnv('IMAGES_IN_FLIGHT', 256, { min: 1, max: 4_096 }),
    /** Decodes at once; each keeps one core busy. */
    decodeConcurrency: intFromEnv('DECODE_CONCURRENCY', availableParallelism(), { min: 1, max: 256 }),
    verify: enumFromEnv<'decode' | 'header'>('IMAGE_VERIFY', ['decode', 'header'], 'decode'),
    maxBytes: intFromEnv('IMAGE_MAX_BYTES', 25 * MEGABYTE, { min: 1_024, max: 1_024 * MEGABYTE }),
    maxPixels: intFromEnv('IMAGE_MAX_PIXELS', 60_000_000, { min: 1, max: 268_435_456 }),
    /** One attempt, connect to last byte. */
    timeoutMs: intFromEnv('IMAGE_TIMEOUT_MS', 15_000, { min: 100, max: 120_000 }),
    maxAttempts: intFromEnv('IMAGE_MAX_ATTEMPTS', 3, { min: 1, max: 20 }),
    /** Bodies held between download and decode. */
    bufferBytes: intFromEnv('IMAGE_BUFFER_BYTES', 256 * MEGABYTE, { min: MEGABYTE, max: 16_384 * MEGABYTE }),
    /** Sockets to one host, per process. */
    hostMaxConcurrent: intFromEnv('HOST_MAX_CONCURRENT', 64, { min: 1, max: 4_096 }),
    sleepMinMs,
    sleepMaxMs,
  };
});
export type ProcessingConfig = ConfigType<typeof processingConfig>;
