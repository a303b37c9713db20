import { Inject, Injectable } from '@nestjs/common';
import { RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { limitsConfig, type LimitsConfig } from '../../config/limits.config.js';
import { RedisConnections } from '../../redis/redis-connections.js';
import { inTime } from './in-time.js';
import { WINDOW_S, type Policy, type Quota } from './quota.js';

/**
 * Redis answers within a millisecond; one that has not by then is as good as away. On a machine that is overloaded it
 * may take 100 ms, and limits have to hold then above all.
 */
const DEADLINE_MS = 250;

/** How long a Redis that was away is left alone, so that requests do not wait for it one after another. */
const PAUSE_MS = 1_000;

/** What the library has and its types leave out: the milliseconds for which it will not ask Redis. */
type RememberingCounter = RateLimiterRedis & { getInMemoryBlockMsBeforeExpire(key: string): number };

/**
 * Counts requests in Redis, where all processes see the same numbers. While Redis
 * is away nothing is counted and nobody is refused: limits are there to keep the
 * service up, and must not take it down. Without any limit there is no connection.
 */
@Injectable()
export class RateLimiter {
  private readonly counters = new Map<Policy, RateLimiterRedis>();
  private awayUntil = 0;

  constructor(@Inject(limitsConfig.KEY) limits: LimitsConfig, redis: RedisConnections) {
    const limited = (Object.keys(limits) as Policy[]).filter((policy) => limits[policy] > 0);
    if (limited.length === 0) return;
    const storeClient = redis.failFast();
    for (const policy of limited) {
      const points = limits[policy];
      const counter = new RateLimiterRedis({
        storeClient,
        points,
        duration: WINDOW_S,
        keyPrefix: `limit:${policy}`,
        rejectIfRedisNotReady: true,
        // Who has used up everything is refused without asking Redis again, where nothing is given back.
        ...(policy !== 'sign-ins' && { inMemoryBlockOnConsumed: points }),
      });
      this.counters.set(policy, counter);
    }
  }

  /** Counts one request of somebody; undefined where nothing is limited, or nothing can be counted right now. */
  async take(policy: Policy, client: string): Promise<Quota | undefined> {
    const counter = this.counters.get(policy);
    if (!counter || Date.now() < this.awayUntil) return undefined;
    try {
      const state = await inTime(counter.consume(client), DEADLINE_MS);
      return toQuota(policy, counter.points, state, true);
    } catch (reason) {
      if (reason instanceof RateLimiterRes) return toQuota(policy, counter.points, reason, false);
      this.awayUntil = Date.now() + PAUSE_MS;
      return undefined;
    }
  }

  /** Whether this process knows, without asking Redis, that somebody has used up everything. Counts nothing. */
  isUsedUp(policy: Policy, client: string): boolean {
    const counter = this.counters.get(policy) as RememberingCounter | undefined;
    if (!counter || Date.now() < this.awayUntil) return false;
    return counter.getInMemoryBlockMsBeforeExpire(counter.getKey(client)) > 0;
  }

  /** Takes back what was counted before it was known that it should not be. */
  giveBack(policy: Policy, client: string): void {
    this.counters
      .get(policy)
      ?.reward(client)
      .catch(() => undefined);
  }
}

function toQuota(policy: Policy, limit: number, state: RateLimiterRes, isKept: boolean): Quota {
  const resetS = Math.max(1, Math.ceil(state.msBeforeNext / 1_000));
  return { policy, limit, remaining: state.remainingPoints, resetS, isKept };
}
