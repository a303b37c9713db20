import { Controller, Get, Query } from '@nestjs/common';
import { ApiBadRequestResponse, ApiQuery, ApiTags } from '@nestjs/swagger';
import { parseCursor, parseLimit } from '../../common/http/cursor.js';
import { ErrorBody } from '../../common/http/error-body.js';
import type { Query as QueryValues } from '../../common/http/query.js';
import { Requires } from '../requires.js';
import { AuditPageDto, auditFilterFrom, toAuditEntryDto } from './audit.dto.js';
import { AuditRepository } from './audit.repository.js';
import { AUDIT_ACTIONS } from './record-by.js';

@ApiTags('access')
@Requires('admin')
@Controller('api/audit')
export class AuditController {
  constructor(private readonly audit: AuditRepository) {}

  /** Who changed what, newest first. */
  @Get()
  @ApiQuery({ name: 'action', required: false, enum: AUDIT_ACTIONS, description: 'Changes of this kind.' })
  @ApiQuery({ name: 'key_id', required: false, example: '3', description: 'Changes made with this API key.' })
  @ApiQuery({
    name: 'subject',
    required: false,
    example: '128',
    description: 'Changes of what has this id: a job, an import, an API key.',
  })
  @ApiQuery({
    name: 'from',
    required: false,
    example: '2026-03-01',
    description: 'Made on or after; day (UTC) or time.',
  })
  @ApiQuery({
    name: 'to',
    required: false,
    example: '2026-03-31',
    description: 'Made on or before; inclusive.',
  })
  @ApiQuery({ name: 'cursor', required: false, description: '`next_cursor` of the page before.' })
  @ApiQuery({ name: 'limit', required: false, description: 'Entries per page.' })
  @ApiBadRequestResponse({ type: ErrorBody, description: 'A value does not fit.' })
  async list(@Query() query: QueryValues): Promise<AuditPageDto> {
    const [beforeId] = parseCursor(query['cursor'], ['digits']) ?? [];
    const page = await this.audit.findPage(auditFilterFrom(query), beforeId, parseLimit(query['limit']));
    return { entries: page.items.map(toAuditEntryDto), next_cursor: page.nextCursor };
  }
}
