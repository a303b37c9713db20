import { Global, Module } from '@nestjs/common';
import { StoreConditionsService } from '../stores/store-conditions.service.js';
import { StoresModule } from '../stores/stores.module.js';
import { GroupsRepository } from './groups.repository.js';
import { GroupsService } from './groups.service.js';

/** Named sets of stores, for every role. Global, as stores are filtered by them without knowing them. */
@Global()
@Module({
  imports: [StoresModule],
  providers: [
    GroupsRepository,
    GroupsService,
    { provide: StoreConditionsService, useExisting: GroupsService },
  ],
  exports: [GroupsService, StoreConditionsService],
})
export class GroupsModule {}
