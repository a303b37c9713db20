import { Redis } from 'ioredis';

/**
 * An empty Redis database for one test file: each Jest worker has a number of
 * its own, and runs one file after another.
 */
export async function emptyRedis(): Promise<string> {
  const url = new URL(process.env['TEST_REDIS_URL'] ?? '');
  url.pathname = `/${process.env['JEST_WORKER_ID'] ?? '1'}`;
  const redis = new Redis(url.href);
  await redis.flushdb();
  await redis.quit();
  return url.href;
}
