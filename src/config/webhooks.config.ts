import { registerAs, type ConfigType } from '@nestjs/config';
import { intFromEnv } from './env.js';

export const webhooksConfig = registerAs('webhooks', () => ({
  /** One attempt, from the look-up of the host to the end of its answer. */
  timeoutMs: intFromEnv('WEBHOOK_TIMEOUT_MS', 15_000, { min: 100, max: 60_000 }),
  /** Pause after the first attempt that failed; the later ones are multiples of it, and add up to a day. */
  retryBaseMs: intFromEnv('WEBHOOK_RETRY_BASE_MS', 5_000, { min: 1, max: 60_000 }),
}));
export type WebhooksConfig = ConfigType<typeof webhooksConfig>;
