import { setTimeout as delay } from 'node:timers/promises';
import type { DatabaseConfig } from '../config/database.config.js';
import { AdvisoryLock } from './advisory-lock.js';

/** Work that comes round again and again. */
export interface LoopOptions {
  /** Between two turns, give or take a half: processes that started together must not all ask at once. */
  readonly everyMs: number;
  /** The same after another process had the lock, for work of many minutes; `everyMs` unless it is given. */
  readonly elsewhereMs?: number;
  /** The first turn comes within so long after the start, not for all processes at once. */
  readonly firstWithinMs: number;
  /** Whether there is anything to do; asked before the lock is, which takes a connection. */
  isDue?(): Promise<boolean>;
  work(turn: Turn): Promise<void>;
  /** A turn failed; the next one comes all the same. */
  failed(error: unknown): void;
}

/** One turn of the work. It may be ended anywhere: long work asks between its steps. */
export interface Turn {
  /** False when the process stops, or the lock is no longer its own. */
  readonly goesOn: boolean;
  /** Waits, at most until the process stops. */
  pause(ms: number): Promise<void>;
}

/** Work in the background that one process of all does at a time: the one that gets the lock, turn by turn. */
export class LeaderLoop {
  private readonly lock: AdvisoryLock;
  private readonly stopping = new AbortController();
  private loop = Promise.resolve();

  constructor(
    database: DatabaseConfig,
    /** One of `LOCKS`. */
    key: number,
    private readonly options: LoopOptions,
  ) {
    this.lock = new AdvisoryLock(database, key);
  }

  start(): void {
    this.loop = this.run();
  }

  /** Resolves when the turn under way has ended. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.loop;
  }

  private async run(): Promise<void> {
    const { everyMs, elsewhereMs = everyMs, firstWithinMs } = this.options;
    const { signal } = this.stopping;
    await pause(Math.random() * firstWithinMs, signal);
    while (!signal.aborted) {
      const isElsewhere = await this.turn();
      await pause((isElsewhere ? elsewhereMs : everyMs) * (0.5 + Math.random()), signal);
    }
  }

  /** @returns whether another process had the lock */
  private async turn(): Promise<boolean> {
    const { lock, options } = this;
    const { signal } = this.stopping;
    const turn: Turn = {
      get goesOn() {
        return !signal.aborted && lock.held;
      },
      pause: (ms) => pause(ms, signal),
    };
    try {
      if (!((await options.isDue?.()) ?? true)) return false;
      if (!(await lock.acquire())) return true;
      await options.work(turn);
    } catch (error) {
      options.failed(error);
    } finally {
      await lock.release();
    }
    return false;
  }
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal }).catch(() => undefined);
}
