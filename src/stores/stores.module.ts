import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { StoreChangeEntity } from './store-change.entity.js';
import { StoreListsService } from './lists/store-lists.service.js';
import { StoreImportEntity } from './store-import.entity.js';
import { StoreEntity } from './store.entity.js';
import { StoresRepository } from './stores.repository.js';
import { StoresService } from './stores.service.js';
import { TagsRepository } from './tags/tags.repository.js';
import { TagsService } from './tags/tags.service.js';

/** The Store Master, for every role. */
@Module({
  imports: [TypeOrmModule.forFeature([StoreEntity, StoreImportEntity, StoreChangeEntity])],
  providers: [StoresRepository, StoresService, StoreListsService, TagsRepository, TagsService],
  exports: [StoresService, StoreListsService, TagsService],
})
export class StoresModule {}
