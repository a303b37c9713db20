import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { freePort } from '../service.js';

/**
 * A Redis of a drill's own, which it may kill, stop and flush. It keeps nothing on
 * disk, so after each start it is empty.
 */
export class OwnRedis {
  private child?: ChildProcess;
  private client?: Redis;

  private constructor(private readonly port: number) {}

  static async start(): Promise<OwnRedis> {
    const redis = new OwnRedis(await freePort());
    await redis.start();
    return redis;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** Starts it, or starts it again on the same port: empty. */
  async start(): Promise<void> {
    const program = process.env['REDIS_PROGRAM'] ?? 'redis-server';
    const settings = ['--port', String(this.port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    this.child = spawn(program, settings, { stdio: 'ignore', cwd: '/' });
    this.client = new Redis(this.url, { retryStrategy: () => 50, maxRetriesPerRequest: null });
    this.client.on('error', () => undefined);
    await this.client.ping();
  }

  /** As by kill -9. */
  async kill(): Promise<void> {
    this.client?.disconnect();
    if (!this.child || this.child.exitCode !== null || this.child.signalCode !== null) return;
    this.child.kill('SIGKILL');
    await once(this.child, 'exit');
  }

  /** Frozen: connections stay open, and nothing is answered. */
  async freeze(ms: number): Promise<void> {
    this.child?.kill('SIGSTOP');
    await sleep(ms);
    this.child?.kill('SIGCONT');
  }

  async flushAll(): Promise<void> {
    await this.client?.flushall();
  }

  async usedBytes(): Promise<number> {
    const info = (await this.client?.info('memory')) ?? '';
    return Number(/used_memory:(\d+)/.exec(info)?.[1]);
  }
}
