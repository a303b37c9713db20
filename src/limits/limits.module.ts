import { Module } from '@nestjs/common';
import { LimitsController } from './limits.controller.js';

/** What callers and operators may count on, for the processes that serve the API. */
@Module({ controllers: [LimitsController] })
export class LimitsModule {}
