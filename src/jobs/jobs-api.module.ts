import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { StoresModule } from '../stores/stores.module.js';
import { ExportsController } from './export/exports.controller.js';
import { AreaFiguresController } from './figures/area-figures.controller.js';
import { AreaFiguresRepository } from './figures/area-figures.repository.js';
import { AreaFiguresService } from './figures/area-figures.service.js';
import { FiguresController } from './figures/figures.controller.js';
import { GroupFiguresController } from './figures/group-figures.controller.js';
import { GroupFiguresRepository } from './figures/group-figures.repository.js';
import { GroupFiguresService } from './figures/group-figures.service.js';
import { BulkCancelController } from './control/bulk-cancel.controller.js';
import { BulkCancelService } from './control/bulk-cancel.service.js';
import { StoreFiguresController } from './figures/store-figures.controller.js';
import { StoreFiguresRepository } from './figures/store-figures.repository.js';
import { StoreFiguresService } from './figures/store-figures.service.js';
import { DispatchPauseController } from './control/dispatch-pause.controller.js';
import { JobControlController } from './control/job-control.controller.js';
import { JobsController } from './jobs.controller.js';
import { JobsModule } from './jobs.module.js';
import { FailureReader } from './live/failure-reader.js';
import { JobFollowers } from './live/job-followers.js';
import { JobsFollowers } from './live/jobs-followers.js';
import { LiveController } from './live/live.controller.js';
import { LiveStreams } from './live/live-streams.js';
import { BulkRetrier } from './retry/bulk-retrier.js';
import { BulkRetryController } from './retry/bulk-retry.controller.js';
import { BulkRetryService } from './retry/bulk-retry.service.js';
import { ReplayController } from './replay/replay.controller.js';
import { ReplayRepository } from './replay/replay.repository.js';
import { ReplayService } from './replay/replay.service.js';
import { RetryController } from './retry/retry.controller.js';
import { SamplesController } from './submission/samples.controller.js';
import { SubmitController } from './submit.controller.js';
import { JobSummaryController } from './summary/job-summary.controller.js';
import { StoreVisitsController } from './visits/store-visits.controller.js';
import { VisitsController } from './visits/visits.controller.js';

/** The HTTP side of jobs, for the processes that serve the API. */
@Module({
  imports: [AccessModule, JobsModule, StoresModule],
  controllers: [
    SubmitController,
    SamplesController,
    JobsController,
    JobSummaryController,
    JobControlController,
    BulkCancelController,
    DispatchPauseController,
    RetryController,
    BulkRetryController,
    ExportsController,
    VisitsController,
    StoreVisitsController,
    FiguresController,
    AreaFiguresController,
    StoreFiguresController,
    GroupFiguresController,
    LiveController,
    ReplayController,
  ],
  providers: [
    AreaFiguresService,
    AreaFiguresRepository,
    StoreFiguresService,
    StoreFiguresRepository,
    GroupFiguresService,
    GroupFiguresRepository,
    LiveStreams,
    JobFollowers,
    JobsFollowers,
    FailureReader,
    BulkRetrier,
    BulkRetryService,
    BulkCancelService,
    ReplayService,
    ReplayRepository,
  ],
})
export class JobsApiModule {}
