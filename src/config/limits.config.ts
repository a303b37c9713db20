import { registerAs, type ConfigType } from '@nestjs/config';
import { accessConfig } from './access.config.js';
import { intFromEnv } from './env.js';

const BOUNDS = { min: 0, max: 1_000_000 };

/** Requests per minute, of each key or else of each address; 0 is no limit. */
export const limitsConfig = registerAs('limits', () => {
  // While only this machine can connect there is nobody to be protected from, unless somebody says so.
  const whereOthersConnect = (limit: number) => (accessConfig().mode === 'open' ? 0 : limit);
  const wrongKeys = intFromEnv('RATE_LIMIT_WRONG_KEYS_PER_MINUTE', whereOthersConnect(30), BOUNDS);
  return {
    /** A page that watches a job asks some five times a second; this is a few such pages. */
    read: intFromEnv('RATE_LIMIT_READ_PER_MINUTE', whereOthersConnect(1_200), BOUNDS),
    /** Jobs may have 100,000 images, so nobody needs many of them; other changes count as well. */
    submit: intFromEnv('RATE_LIMIT_SUBMIT_PER_MINUTE', whereOthersConnect(300), BOUNDS),
    /** Keys and sessions that are wrong; of an address. */
    'wrong-keys': wrongKeys,
    /** Sign-ins that fail; of an address, and apart, so that a phone with an old key lets the others sign in. */
    'sign-ins': wrongKeys,
  };
});
export type LimitsConfig = ConfigType<typeof limitsConfig>;
