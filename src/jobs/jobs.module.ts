import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { RulesModule } from '../rules/rules.module.js';
import { StoresModule } from '../stores/stores.module.js';
import { DispatchPauseRepository } from './control/dispatch-pause.repository.js';
import { DispatchPauseService } from './control/dispatch-pause.service.js';
import { JobControlRepository } from './control/job-control.repository.js';
import { JobControlService } from './control/job-control.service.js';
import { DispatchGauges } from './dispatch/dispatch-gauges.js';
import { DispatchRepository } from './dispatch/dispatch.repository.js';
import { DispatchSignal } from './dispatch/dispatch-signal.js';
import { Dispatcher } from './dispatch/dispatcher.js';
import { LeaseSignal } from './dispatch/lease-signal.js';
import { LeasesRepository } from './dispatch/leases.repository.js';
import { LeasesService } from './dispatch/leases.service.js';
import { RangeAnnouncer } from './queue/range-announcer.js';
import { RecoveryRepository } from './dispatch/recovery.repository.js';
import { RecoveryService } from './dispatch/recovery.service.js';
import { WindowFiller } from './dispatch/window-filler.js';
import { FiguresRepository } from './figures/figures.repository.js';
import { FiguresService } from './figures/figures.service.js';
import { ExportsService } from './export/exports.service.js';
import { ImageResultEntity } from './image-result.entity.js';
import { ImageEntity } from './image.entity.js';
import { JobEventEntity } from './job-event.entity.js';
import { JobEntity } from './job.entity.js';
import { JobSignal } from './live/job-signal.js';
import { RangeQueueModule } from './queue/range-queue.module.js';
import { ImageListRepository } from './reading/image-list.repository.js';
import { JobListRepository } from './reading/job-list.repository.js';
import { JobsService } from './reading/jobs.service.js';
import { JobResultsRepository } from './results/job-results.repository.js';
import { JobResultsService } from './results/job-results.service.js';
import { RetryRepository } from './retry/retry.repository.js';
import { RetryService } from './retry/retry.service.js';
import { BulkRetryRepository } from './retry/bulk-retry.repository.js';
import { RetentionRepository } from './retention/retention.repository.js';
import { RetentionSchedule } from './retention/retention-schedule.js';
import { RetentionService } from './retention/retention.service.js';
import { SubmissionRepository } from './submission/submission.repository.js';
import { SubmissionService } from './submission/submission.service.js';
import { VisitedStores } from './submission/visited-stores.js';
import { JobSummaryRepository } from './summary/job-summary.repository.js';
import { JobSummaryService } from './summary/job-summary.service.js';
import { VisitEntity } from './visit.entity.js';
import { StoreVisitsRepository } from './visits/store-visits.repository.js';
import { VisitHistoryRepository } from './visits/visit-history.repository.js';
import { VisitHistoryService } from './visits/visit-history.service.js';

/** Every job, image and result: taking them in, handing them out, keeping what came of them. */
@Module({
  imports: [
    StoresModule,
    RulesModule,
    RangeQueueModule,
    TypeOrmModule.forFeature([JobEntity, VisitEntity, ImageEntity, ImageResultEntity, JobEventEntity]),
  ],
  providers: [
    SubmissionService,
    SubmissionRepository,
    VisitedStores,
    JobResultsService,
    JobResultsRepository,
    JobsService,
    JobListRepository,
    ImageListRepository,
    JobSummaryService,
    JobSummaryRepository,
    VisitHistoryService,
    VisitHistoryRepository,
    StoreVisitsRepository,
    FiguresService,
    FiguresRepository,
    JobControlService,
    JobControlRepository,
    DispatchPauseService,
    DispatchPauseRepository,
    RetryService,
    RetryRepository,
    BulkRetryRepository,
    ExportsService,
    RetentionService,
    RetentionRepository,
    RetentionSchedule,
    LeasesService,
    LeasesRepository,
    LeaseSignal,
    DispatchSignal,
    JobSignal,
    Dispatcher,
    DispatchRepository,
    DispatchGauges,
    WindowFiller,
    RangeAnnouncer,
    RecoveryService,
    RecoveryRepository,
  ],
  exports: [
    RangeQueueModule,
    SubmissionService,
    JobsService,
    JobListRepository,
    ImageListRepository,
    JobSignal,
    ExportsService,
    JobSummaryService,
    VisitHistoryService,
    FiguresService,
    JobResultsService,
    JobControlService,
    JobControlRepository,
    DispatchPauseService,
    RetryService,
    BulkRetryRepository,
    LeasesService,
  ],
})
export class JobsModule {}
