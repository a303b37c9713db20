import { registerAs, type ConfigType } from '@nestjs/config';
import { intFromEnv } from './env.js';

export const jobsConfig = registerAs('jobs', () => ({
  /** Largest body of a submit; 100,000 URLs of 300 characters fit. */
  submitMaxBytes: intFromEnv('SUBMIT_MAX_BYTES', 33_554_432, { min: 1_024, max: 268_435_456 }),
  maxImages: intFromEnv('JOB_MAX_IMAGES', 100_000, { min: 1, max: 1_000_000 }),
}));
export type JobsConfig = ConfigType<typeof jobsConfig>;
