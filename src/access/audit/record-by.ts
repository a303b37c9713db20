import type { Caller } from '../caller.js';

/** What an entry of the audit log is about. */
export const AUDIT_ACTIONS = [
  'job.submitted',
  'job.cancelled',
  'jobs.cancelled',
  'job.paused',
  'job.resumed',
  'job.retried',
  'jobs.retried',
  'dispatch.paused',
  'dispatch.resumed',
  'stores.imported',
  'duplicates.decided',
  'duplicates.undone',
  'stores.tagged',
  'group.created',
  'group.changed',
  'group.deleted',
  'group.restored',
  'store.categorised',
  'store.uncategorised',
  'category_rules.changed',
  'key.created',
  'key.revoked',
  'session.started',
  'session.ended',
  'webhook.created',
  'webhook.changed',
  'webhook.rotated',
  'webhook.deleted',
  'delivery.resent',
  'rules.changed',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/**
 * The beginning of a statement that writes to the audit log; action, subject and detail follow,
 * and where they come from: `${recordBy(3, 'key.revoked')}, id::text, NULL FROM key`. It belongs
 * into the statement or the transaction of the change itself, so that none goes unrecorded.
 *
 * @param first number of the first of four parameters, which `actorValues` gives
 */
export function recordBy(first: number, action: AuditAction): string {
  const [key, name, address, request] = [first, first + 1, first + 2, first + 3];
  return `INSERT INTO audit_log (key_id, actor, address, request_id, action, subject, detail)
    SELECT $${key}::bigint, $${name}::text, $${address}::text, $${request}::text, '${action}'`;
}

/** Who makes the change, as the parameters of `recordBy`. */
export function actorValues({ id, name, address, requestId }: Caller): (string | null)[] {
  return [id || null, name, address || null, requestId || null];
}
