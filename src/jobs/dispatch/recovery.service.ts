import { randomUUID } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { quote } from '../../common/quote.js';
import { JobResultsService } from '../results/job-results.service.js';
import type { Failed } from '../queue/outcome.js';
import type { LeasedImages } from '../queue/lease.js';
import { DispatchRepository } from './dispatch.repository.js';
import { LeasesRepository } from './leases.repository.js';
import { RecoveryRepository } from './recovery.repository.js';

/** Brings back what dead workers, a lost Redis or a broken network left behind. */
@Injectable()
export class RecoveryService {
  private readonly log = new Logger('Recovery');
  /** Condemned images are claimed under a name of their own, so that the usual guard holds for them too. */
  private readonly id = randomUUID();

  constructor(
    private readonly recovery: RecoveryRepository,
    private readonly dispatch: DispatchRepository,
    private readonly leases: LeasesRepository,
    private readonly results: JobResultsService,
  ) {}

  /** @param replaceExpired false while workers may not have had a chance to renew */
  async sweep(replaceExpired: boolean): Promise<void> {
    await this.recovery.removeCancelled();
    if (replaceExpired) {
      const replaced = await this.recovery.replaceExpired();
      for (const { id, jobId, charges } of replaced) {
        this.log.warn(
          { job_id: jobId, lease_id: id, charges },
          'A worker died; its range is handed out again',
        );
      }
      await this.failCondemned();
    }
    await this.dispatch.forgetStaleAnnouncements();
    await this.recovery.removeOld();
  }

  private async failCondemned(): Promise<void> {
    for (const range of await this.recovery.findCondemned()) {
      const claimed = await this.leases.claim(range, this.id);
      if (claimed)
        await this.results.settle(
          this.id,
          claimed.images.map((image) => crashed(claimed, image)),
        );
    }
  }
}

function crashed(
  { leaseId, jobId, run, attempts }: LeasedImages,
  { idx, storeId, url }: LeasedImages['images'][number],
): Failed {
  return {
    kind: 'failed',
    leaseId,
    jobId,
    run,
    idx,
    code: 'WORKER_CRASHED',
    error: `The image ${quote(url)} of store ${quote(storeId)} ended the worker each time it was opened, so it was given up.`,
    attempts,
    timings: {},
  };
}
