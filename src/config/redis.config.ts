import { registerAs, type ConfigType } from '@nestjs/config';
import { urlFromEnv } from './env.js';

export const redisConfig = registerAs('redis', () => ({
  url: urlFromEnv('REDIS_URL', ['redis:', 'rediss:']),
  /** How long a write to a Redis that does not answer may hold up the caller. */
  deadlineMs: 2_000,
}));
export type RedisConfig = ConfigType<typeof redisConfig>;
