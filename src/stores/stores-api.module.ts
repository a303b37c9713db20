import { Module } from '@nestjs/common';
import { AreasController } from './areas.controller.js';
import { StoreImporter } from './import/store-importer.js';
import { StoreImportsController } from './import/store-imports.controller.js';
import { StoreImportsRepository } from './import/store-imports.repository.js';
import { StoreImportsService } from './import/store-imports.service.js';
import { StoreMasterSeeder } from './import/store-master-seeder.js';
import { StoresController } from './stores.controller.js';
import { StoresModule } from './stores.module.js';
import { TaggedStores } from './tags/tagged-stores.js';
import { TagsController } from './tags/tags.controller.js';

/** The HTTP side of the Store Master and its first seeding, for the processes that serve the API. */
@Module({
  imports: [StoresModule],
  // Imports come first: `imports` must not be taken for the id of a store.
  controllers: [StoreImportsController, StoresController, TagsController, AreasController],
  providers: [StoreImporter, StoreImportsRepository, StoreImportsService, StoreMasterSeeder, TaggedStores],
})
export class StoresApiModule {}
