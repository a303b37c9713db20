import { Injectable, Logger } from '@nestjs/common';
import type { Caller } from '../../access/caller.js';
import { DispatchSignal } from '../dispatch/dispatch-signal.js';
import { DispatchNotPausedError, DispatchPausedError } from '../jobs.errors.js';
import { DispatchPauseRepository, type DispatchPause } from './dispatch-pause.repository.js';

/** Stops everything for a while: jobs are taken in, and nothing of any job is started. It outlives restarts. */
@Injectable()
export class DispatchPauseService {
  private readonly log = new Logger('Control');

  constructor(
    private readonly pauses: DispatchPauseRepository,
    private readonly dispatch: DispatchSignal,
  ) {}

  find(): Promise<DispatchPause> {
    return this.pauses.find();
  }

  /** @throws DispatchPausedError */
  async pause(by: Caller): Promise<void> {
    if (!(await this.pauses.pause(by))) throw new DispatchPausedError();
    this.log.warn({ request_id: by.requestId, actor: by.name }, 'All work is paused');
  }

  /** @throws DispatchNotPausedError */
  async resume(by: Caller): Promise<void> {
    if (!(await this.pauses.resume(by))) throw new DispatchNotPausedError();
    this.dispatch.wake();
    this.log.warn({ request_id: by.requestId, actor: by.name }, 'Work goes on');
  }
}
