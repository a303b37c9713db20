import { Module } from '@nestjs/common';
import { AreasController } from './areas.controller.js';
import { CategoriesApiModule } from './categories/categories-api.module.js';
import { DecisionsController } from './duplicates/decisions.controller.js';
import { DecisionsRepository } from './duplicates/decisions.repository.js';
import { DecisionsService } from './duplicates/decisions.service.js';
import { DuplicatesController } from './duplicates/duplicates.controller.js';
import { DuplicatesRepository } from './duplicates/duplicates.repository.js';
import { DuplicatesSearch } from './duplicates/duplicates-search.js';
import { DuplicatesService } from './duplicates/duplicates.service.js';
import { SearchedAreasRepository } from './duplicates/searched-areas.repository.js';
import { StoreImporter } from './import/store-importer.js';
import { StoreImportsController } from './import/store-imports.controller.js';
import { StoreImportsRepository } from './import/store-imports.repository.js';
import { StoreImportsService } from './import/store-imports.service.js';
import { StoreMasterSeeder } from './import/store-master-seeder.js';
import { NamesRenewal } from './names/names-renewal.js';
import { StaleNamesRepository } from './names/stale-names.repository.js';
import { SearchController } from './search/search.controller.js';
import { SearchRepository } from './search/search.repository.js';
import { SearchService } from './search/search.service.js';
import { StoresController } from './stores.controller.js';
import { StoresModule } from './stores.module.js';
import { TaggedStores } from './tags/tagged-stores.js';
import { TagsController } from './tags/tags.controller.js';

/** The HTTP side of the Store Master and its first seeding, for the processes that serve the API. */
@Module({
  imports: [StoresModule, CategoriesApiModule],
  // `imports` and `search` must not be taken for the id of a store: what answers to them comes first.
  controllers: [
    StoreImportsController,
    SearchController,
    DuplicatesController,
    DecisionsController,
    StoresController,
    TagsController,
    AreasController,
  ],
  providers: [
    StoreImporter,
    StoreImportsRepository,
    StoreImportsService,
    StoreMasterSeeder,
    TaggedStores,
    SearchRepository,
    SearchService,
    StaleNamesRepository,
    NamesRenewal,
    SearchedAreasRepository,
    DuplicatesRepository,
    DecisionsRepository,
    DuplicatesSearch,
    DuplicatesService,
    DecisionsService,
  ],
})
export class StoresApiModule {}
