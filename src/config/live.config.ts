import { registerAs, type ConfigType } from '@nestjs/config';
import { intFromEnv } from './env.js';

export const liveConfig = registerAs('live', () => ({
  /** Live streams that one process keeps open; each is a socket and some kilobytes. */
  maxStreams: intFromEnv('LIVE_STREAMS_MAX', 1_000, { min: 0, max: 100_000 }),
  /** Of these, those of one key, or else of one address. */
  maxStreamsPerCaller: intFromEnv('LIVE_STREAMS_PER_CALLER', 100, { min: 0, max: 100_000 }),
}));
export type LiveConfig = ConfigType<typeof liveConfig>;
