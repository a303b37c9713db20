import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { RulesController } from './rules.controller.js';
import { RulesModule } from './rules.module.js';

/** The HTTP side of rules, for the processes that serve the API. */
@Module({
  imports: [AccessModule, RulesModule],
  controllers: [RulesController],
})
export class RulesApiModule {}
