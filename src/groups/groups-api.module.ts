import { Module } from '@nestjs/common';
import { StoresModule } from '../stores/stores.module.js';
import { GroupChangesService } from './group-changes.service.js';
import { GroupMembersController } from './group-members.controller.js';
import { GroupVersionsController } from './group-versions.controller.js';
import { GroupWritesRepository } from './group-writes.repository.js';
import { GroupsController } from './groups.controller.js';
import { GroupsModule } from './groups.module.js';

/** The HTTP side of groups, for the processes that serve the API. */
@Module({
  imports: [GroupsModule, StoresModule],
  controllers: [GroupsController, GroupMembersController, GroupVersionsController],
  providers: [GroupChangesService, GroupWritesRepository],
})
export class GroupsApiModule {}
