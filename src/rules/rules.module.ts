import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { RulesService } from './rules.service.js';
import { RuleVersionEntity } from './versions/rule-version.entity.js';
import { RulesRepository } from './versions/rules.repository.js';

/** What is asked of images, and in which order visits are dispatched, by category of store; for every role. */
@Module({
  imports: [TypeOrmModule.forFeature([RuleVersionEntity])],
  providers: [RulesService, RulesRepository],
  exports: [RulesService],
})
export class RulesModule {}
