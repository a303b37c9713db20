const OUTAGE_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  '53300',
  '3D000',
]);
const OUTAGE_TEXT =
  /timeout exceeded when trying to connect|connection terminated|client has encountered a connection error|connection timeout|query read timeout/i;

/**
 * Whether Postgres was away, as opposed to having refused the statement:
 * a network error, SQLSTATE class 08 (connection) or 57P (shutdown), 53300 (too
 * many connections), 3D000 (no such database), or the pool giving up.
 */
export function isDatabaseOutage(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false;
  const { code, driverError } = thrown as Error & { code?: unknown; driverError?: unknown };
  if (driverError !== undefined && driverError !== thrown) return isDatabaseOutage(driverError);
  if (typeof code === 'string' && (OUTAGE_CODES.has(code) || /^(08|57P)/.test(code))) return true;
  return OUTAGE_TEXT.test(thrown.message);
}

/** Whether Postgres refused a value: SQLSTATE class 22 (data) or 23 (constraint). Trying again is of no use. */
export function isDataRefused(thrown: unknown): boolean {
  const { code, driverError } = (thrown ?? {}) as { code?: unknown; driverError?: { code?: unknown } };
  return /^(22|23)/.test(String(driverError?.code ?? code));
}

/** Whether a statement took longer than it may. */
export function isStatementTimeout(thrown: unknown): boolean {
  return (thrown as { code?: unknown } | undefined)?.code === '57014';
}
