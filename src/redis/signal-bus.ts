import { Injectable } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { RedisConnections } from './redis-connections.js';

/**
 * "Something changed, look again", between all processes of the service. A
 * signal may get lost, so every listener also looks by itself from time to time.
 */
@Injectable()
export class SignalBus {
  private readonly publisher: Redis;
  private subscriber?: Redis;

  constructor(private readonly connections: RedisConnections) {
    this.publisher = connections.failFast();
  }

  /** Sends a signal; never waits and never fails. */
  send(channel: string, message = ''): void {
    this.publisher.publish(channel, message).catch(() => undefined);
  }

  /** Calls the listener at every signal on the channel, until the process ends. */
  listen(channel: string, listener: (message: string) => void): void {
    this.subscriber ??= this.connections.patient();
    void this.subscriber.subscribe(channel).catch(() => undefined);
    this.subscriber.on('message', (from: string, message: string) => {
      if (from === channel) listener(message);
    });
  }

  /** Whether Redis answers right now. */
  async answers(deadlineMs: number): Promise<boolean> {
    const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), deadlineMs).unref());
    const pong = this.publisher.ping().then(
      () => true,
      () => false,
    );
    return Promise.race([pong, late]);
  }
}
