import { Module } from '@nestjs/common';
import { StoresModule } from '../stores.module.js';
import { CategoriesController } from './categories.controller.js';
import { CategoriesService } from './categories.service.js';
import { CountsRepository } from './counts.repository.js';
import { OverridesController } from './overrides/overrides.controller.js';
import { OverridesRepository } from './overrides/overrides.repository.js';
import { OverridesService } from './overrides/overrides.service.js';
import { PreviewRepository } from './preview/preview.repository.js';
import { PassesRepository } from './recategorising/passes.repository.js';
import { Recategoriser } from './recategorising/recategoriser.js';
import { RuleSeeder } from './rules/rule-seeder.js';
import { RuleVersionsRepository } from './rules/rule-versions.repository.js';
import { CategoryRulesController } from './rules/category-rules.controller.js';
import { CategoryRulesService } from './rules/category-rules.service.js';

/** What kind of shop each store is: rules, corrections by hand, and the work in the background. */
@Module({
  imports: [StoresModule],
  controllers: [CategoriesController, CategoryRulesController, OverridesController],
  providers: [
    CategoriesService,
    CountsRepository,
    OverridesRepository,
    OverridesService,
    PassesRepository,
    PreviewRepository,
    Recategoriser,
    RuleSeeder,
    CategoryRulesService,
    RuleVersionsRepository,
  ],
})
export class CategoriesApiModule {}
