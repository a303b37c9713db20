import { InjectQueue } from '@nestjs/bull';
import { Inject, Injectable } from '@nestjs/common';
import type { Queue } from 'bull';
import { redisConfig, type RedisConfig } from '../../config/redis.config.js';
import { MEASURE_RANGE, RANGE_QUEUE, type RangeMessage } from './range-queue.js';

/** Puts messages on the queue. */
@Injectable()
export class RangeAnnouncer {
  constructor(
    @InjectQueue(RANGE_QUEUE) private readonly queue: Queue<RangeMessage>,
    @Inject(redisConfig.KEY) private readonly config: RedisConfig,
  ) {}

  /**
   * Announces leases to the workers. A lease whose message is still on the
   * queue is not announced twice: its id is the message's.
   *
   * @throws when Redis does not answer within its deadline; messages may or may not be there then
   */
  async announce(messages: readonly RangeMessage[]): Promise<void> {
    const added = this.queue.addBulk(
      messages.map((data) => ({ name: MEASURE_RANGE, data, opts: { jobId: data.leaseId } })),
    );
    await withDeadline(added, this.config.deadlineMs);
  }
}

async function withDeadline(work: Promise<unknown>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Redis did not answer within ${ms} ms.`)), ms);
  });
  work.catch(() => undefined); // it may still fail after the deadline
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
