import { Injectable } from '@nestjs/common';
import type { RangeMessage } from '../queue/range-queue.js';
import { DispatchSignal } from './dispatch-signal.js';
import { LeaseSignal } from './lease-signal.js';
import type { ClaimedRange, WorkerIdentity } from '../queue/lease.js';
import { RulesService } from '../../rules/rules.service.js';
import { LeasesRepository } from './leases.repository.js';

/** What a worker may do with ranges: claim, keep, give back. */
@Injectable()
export class LeasesService {
  constructor(
    private readonly leases: LeasesRepository,
    private readonly dispatch: DispatchSignal,
    private readonly signal: LeaseSignal,
    private readonly rules: RulesService,
  ) {}

  /** Calls the listener when leases were taken away; a renewal tells which are left. */
  onRevoked(listener: () => void): void {
    this.signal.onRevoked(listener);
  }

  /** @returns undefined when the message is stale: claimed by somebody, done, or handed out anew */
  async claim(range: RangeMessage, workerId: string): Promise<ClaimedRange | undefined> {
    const claimed = await this.leases.claim(range, workerId);
    return claimed && { ...claimed, rules: await this.rules.rulesOf(claimed.rulesVersion) };
  }

  /** A sign of life, every `RENEW_MS`. @returns ids of the leases the worker still holds */
  renew(worker: WorkerIdentity): Promise<Set<string>> {
    return this.leases.renew(worker);
  }

  /** Charges nobody: the range goes to the next free worker. */
  async handBack(leaseId: string, workerId: string): Promise<void> {
    await this.leases.handBack(leaseId, workerId);
    this.dispatch.wake();
  }

  /** Hands back everything, when the worker stops. */
  async resign(workerId: string): Promise<void> {
    await this.leases.resign(workerId);
    this.dispatch.wake();
  }
}
