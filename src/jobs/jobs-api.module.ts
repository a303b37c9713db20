import { Module } from '@nestjs/common';
import { StoresModule } from '../stores/stores.module.js';
import { FiguresController } from './figures/figures.controller.js';
import { JobsController } from './jobs.controller.js';
import { JobsModule } from './jobs.module.js';
import { SubmitController } from './submit.controller.js';
import { VisitsController } from './visits/visits.controller.js';

/** The HTTP side of jobs, for the processes that serve the API. */
@Module({
  imports: [JobsModule, StoresModule],
  controllers: [SubmitController, JobsController, VisitsController, FiguresController],
})
export class JobsApiModule {}
