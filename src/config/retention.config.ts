import { registerAs, type ConfigType } from '@nestjs/config';
import { intFromEnv } from './env.js';

export const retentionConfig = registerAs('retention', () => ({
  /** Days that the images of a settled job are kept; 0 keeps them for ever. */
  days: intFromEnv('RETENTION_DAYS', 0, { min: 0, max: 36_500 }),
}));
export type RetentionConfig = ConfigType<typeof retentionConfig>;
