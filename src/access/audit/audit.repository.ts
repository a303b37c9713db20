import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { cutPage, type Page } from '../../common/cursor.js';
import type { TimeRange } from '../../common/http/time-range.js';
import { AuditEntryEntity } from './audit-entry.entity.js';

export interface AuditFilter {
  readonly action?: string;
  /** Decimal digits. */
  readonly keyId?: string;
  readonly subject?: string;
  readonly at: TimeRange;
}

@Injectable()
export class AuditRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Entries older than one of them, newest first. */
  async findPage(
    { action, keyId, subject, at }: AuditFilter,
    beforeId: string | undefined,
    limit: number,
  ): Promise<Page<AuditEntryEntity>> {
    const query = this.dataSource
      .createQueryBuilder(AuditEntryEntity, 'entry')
      .orderBy('entry.id', 'DESC')
      .limit(limit + 1);
    if (beforeId !== undefined) query.andWhere('entry.id < :beforeId', { beforeId });
    if (action !== undefined) query.andWhere('entry.action = :action', { action });
    if (keyId !== undefined) query.andWhere('entry.key_id = :keyId', { keyId });
    if (subject !== undefined) query.andWhere('entry.subject = :subject', { subject });
    if (at.from !== undefined) query.andWhere('entry.at >= :from', { from: at.from });
    if (at.before !== undefined) query.andWhere('entry.at < :before', { before: at.before });
    return cutPage(await query.getMany(), limit, ({ id }) => [id]);
  }
}
