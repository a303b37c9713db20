import { BullModule } from '@nestjs/bull';
import { Module } from '@nestjs/common';
import { RedisConnections } from '../../redis/redis-connections.js';
import { RANGE_QUEUE } from './range-queue.js';

@Module({
  imports: [
    BullModule.registerQueueAsync({
      name: RANGE_QUEUE,
      inject: [RedisConnections],
      useFactory: (redis: RedisConnections) => ({
        // The connection for commands must fail fast (a producer would wait for ever); the blocking ones must not.
        createClient: (type) => (type === 'client' ? redis.failFast() : redis.patient()),
        settings: {
          // A message in the hands of a dead worker is back after at most 10 s; live ones renew in between.
          lockDuration: 5_000,
          lockRenewTime: 1_500,
          stalledInterval: 5_000,
          // Whether work is given up is decided by leases, never by Bull.
          maxStalledCount: 1_000,
          retryProcessDelay: 500,
        },
        // A finished message must leave no trace: adding the same id again would silently do nothing.
        defaultJobOptions: { removeOnComplete: true, removeOnFail: true },
      }),
    }),
  ],
  exports: [BullModule],
})
export class RangeQueueModule {}
