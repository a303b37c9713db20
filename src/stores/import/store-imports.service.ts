import { Injectable } from '@nestjs/common';
import type { Page } from '../../common/cursor.js';
import type { StoreImportEntity } from '../store-import.entity.js';
import { ImportNotFoundError } from '../stores.errors.js';
import type { ImportResult } from './import-result.js';
import { StoreImportsRepository } from './store-imports.repository.js';

/** Remembers what was imported, by whom, and what became of it. */
@Injectable()
export class StoreImportsService {
  constructor(private readonly imports: StoreImportsRepository) {}

  /** Imports, newest first. */
  async list(beforeId: string | undefined, limit: number): Promise<Page<ImportResult>> {
    const { items, nextCursor } = await this.imports.findPage(beforeId, limit);
    return { items: items.map(toResult), nextCursor };
  }

  /** @throws ImportNotFoundError, also for an id that is no number */
  async find(id: string): Promise<ImportResult> {
    const found = /^\d{1,18}$/.test(id) ? await this.imports.findById(id) : null;
    if (!found) throw new ImportNotFoundError(id);
    return toResult(found);
  }
}

function toResult({ options, firstRejects, ...recorded }: StoreImportEntity): ImportResult {
  return { ...recorded, ...options, rejects: firstRejects, dryRun: false };
}
