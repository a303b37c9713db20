import type { DataSource } from 'typeorm';
import { insider } from '../../src/access/caller.js';
import { HeavyReadsRepository } from '../../src/database/heavy-reads.repository.js';
import type { Definition } from '../../src/groups/group.js';
import { GroupChangesService } from '../../src/groups/group-changes.service.js';
import { GroupWritesRepository } from '../../src/groups/group-writes.repository.js';
import { GroupsRepository } from '../../src/groups/groups.repository.js';
import { GroupsService } from '../../src/groups/groups.service.js';
import { JobEntity } from '../../src/jobs/job.entity.js';
import { JobEventEntity } from '../../src/jobs/job-event.entity.js';
import { JobListRepository } from '../../src/jobs/reading/job-list.repository.js';

let made = 0;

/** The real service of groups on a real database, without a process around it. */
export function groupsOn(dataSource: DataSource): GroupsService {
  return new GroupsService(new GroupsRepository(dataSource, new HeavyReadsRepository(dataSource)));
}

/** What the list of jobs asks for, with the pool it needs. */
export const JOB_ENTITIES = [JobEntity, JobEventEntity];

/** @param dataSource one that knows `JOB_ENTITIES` */
export function jobListOn(dataSource: DataSource): JobListRepository {
  const [jobs, events] = [dataSource.getRepository(JobEntity), dataSource.getRepository(JobEventEntity)];
  return new JobListRepository(jobs, events, groupsOn(dataSource), new HeavyReadsRepository(dataSource));
}

/** @returns the id of a new group */
export function makeGroup(
  dataSource: DataSource,
  definition: Definition,
  name = `Group ${++made}`,
): Promise<string> {
  const changes = new GroupChangesService(new GroupWritesRepository(dataSource));
  return changes.create({ name, description: '', definition }, insider('cli'));
}
