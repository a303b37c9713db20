import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { StoreChangeEntity } from './store-change.entity.js';
import { StoreImportEntity } from './store-import.entity.js';
import { StoreEntity } from './store.entity.js';
import { StoresRepository } from './stores.repository.js';
import { StoresService } from './stores.service.js';

/** The Store Master, for every role. */
@Module({
  imports: [TypeOrmModule.forFeature([StoreEntity, StoreImportEntity, StoreChangeEntity])],
  providers: [StoresRepository, StoresService],
  exports: [StoresService],
})
export class StoresModule {}
