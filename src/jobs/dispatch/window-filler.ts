import { Injectable, Logger } from '@nestjs/common';
import { dieAt, FAULT } from '../../config/fault-points.js';
import { DispatchRepository } from './dispatch.repository.js';
import { FairRounds } from './fair-rounds.js';
import { RangeAnnouncer } from '../queue/range-announcer.js';
import { rangeSize, roomByHost, roomForDeferred, windowSize, type WindowState } from './window.js';

/** Keeps the workers' window of work full, fairly, and announces what is in it. */
@Injectable()
export class WindowFiller {
  private readonly log = new Logger('Dispatcher');
  private readonly rounds = new FairRounds();
  private redisDown = false;

  constructor(
    private readonly dispatch: DispatchRepository,
    private readonly announcer: RangeAnnouncer,
  ) {}

  async fill(): Promise<void> {
    const state = await this.dispatch.window();
    if (state.liveWorkers === 0 || state.paused) return;
    await this.handOut(state);
    await this.announce(state);
  }

  private async handOut(state: WindowState): Promise<void> {
    const window = windowSize(state);
    const size = rangeSize(window);
    if (state.outstanding >= window) return;
    const due = await this.dispatch.dueRuns(this.rounds.turn);
    const deferred = await this.handOutDeferred(roomForDeferred(state, due.length > 0));
    const room = window - state.outstanding - deferred;
    if (due.length === 0) return;
    const portions = this.rounds.plan(due, room, size, roomByHost(state, due));
    if (portions.length === 0) return;
    await this.dispatch.handOut(portions, size);
    dieAt(FAULT.afterHandOut);
  }

  private async handOutDeferred(room: number): Promise<number> {
    return room > 0 ? this.dispatch.handOutDeferred(room) : 0;
  }

  private async announce({ liveWorkers, suspectsOut }: WindowState): Promise<void> {
    const messages = await this.dispatch.findUnannounced(Math.max(0, liveWorkers - suspectsOut));
    if (messages.length === 0) return;
    try {
      await this.announcer.announce(messages);
      this.redisDown = false;
    } catch (error) {
      // The leases stay unannounced in Postgres, and are tried again at the next look.
      if (!this.redisDown) this.log.warn({ err: error }, 'Redis is away; the work waits in Postgres');
      this.redisDown = true;
      return;
    }
    await this.dispatch.markAnnounced(messages);
  }
}
