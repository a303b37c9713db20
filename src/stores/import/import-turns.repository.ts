import type { DataSource, EntityManager } from 'typeorm';
import { LOCKS } from '../../database/locks.js';
import { ImportRunningError } from './import.errors.js';

/** Longer than an import of some hundred rows merges, or a step of the work in the background takes. */
const WAIT_MS = 2_000;

/**
 * Writes to rows of `stores`, in one transaction and never while an import merges: that holds many rows in an order of its
 * own for minutes, and each could wait for the other. Writers of this kind do not keep each other waiting.
 *
 * @throws ImportRunningError
 */
export async function betweenImports<T>(
  dataSource: DataSource,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  return dataSource.transaction(async (manager) => {
    await manager.query(`SET LOCAL lock_timeout = ${WAIT_MS}`);
    await manager
      .query('SELECT pg_advisory_xact_lock_shared($1)', [LOCKS.storeImport])
      .catch((error: unknown) => {
        throw (error as { code?: unknown }).code === '55P03' ? new ImportRunningError() : error;
      });
    await manager.query('SET LOCAL lock_timeout = 0');
    return work(manager);
  });
}
