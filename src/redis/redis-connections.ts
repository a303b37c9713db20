import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Redis, type RedisOptions } from 'ioredis';
import { redisConfig, type RedisConfig } from '../config/redis.config.js';

/** Longest pause between two tries to reach Redis again, so that work resumes soon after it is back. */
const MAX_RECONNECT_MS = 1_000;

/** Opens Redis connections, and closes every one of them at the end. */
@Injectable()
export class RedisConnections implements OnApplicationShutdown {
  private readonly log = new Logger('Redis');
  private readonly open = new Set<Redis>();

  constructor(@Inject(redisConfig.KEY) private readonly config: RedisConfig) {}

  /** For short commands: fails at once while Redis is away instead of waiting for it. */
  failFast(): Redis {
    return this.connect({ maxRetriesPerRequest: 1, enableOfflineQueue: false });
  }

  /** For blocking reads and subscriptions: waits for Redis however long it takes. */
  patient(): Redis {
    return this.connect({ maxRetriesPerRequest: null, enableReadyCheck: false });
  }

  onApplicationShutdown(): void {
    for (const connection of this.open) connection.disconnect();
  }

  private connect(options: RedisOptions): Redis {
    const connection = new Redis(this.config.url, {
      ...options,
      connectTimeout: this.config.deadlineMs,
      retryStrategy: (times) => Math.min(times * 100, MAX_RECONNECT_MS),
    });
    let wasLost = false;
    connection.on('error', (error: Error) => {
      if (!wasLost) this.log.warn({ err: error }, 'Redis cannot be reached; trying again until it can');
      wasLost = true;
    });
    connection.on('ready', () => {
      wasLost = false;
    });
    this.open.add(connection);
    return connection;
  }
}
