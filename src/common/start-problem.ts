import { isDatabaseOutage } from './database-errors.js';
import { SettingError } from './setting-error.js';

interface SystemError extends Error {
  readonly code?: string;
  readonly address?: string;
  readonly port?: number;
}

/** Why the process cannot start: one sentence for what an operator can mend, the whole error for what only we can. */
export function startProblem(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  const error = rootOf(thrown) as SystemError;
  if (error instanceof SettingError) return `${error.message} Nothing was started.`;
  if (error.code === 'EADDRINUSE') {
    return `PORT ${error.port} on ${error.address} is already in use; stop the other program or set PORT to a free one.`;
  }
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'EACCES') {
    return `HOST and PORT cannot be listened on (${error.message}).`;
  }
  if (error.code === '28P01' || error.code === '28000' || error.code === '3D000') {
    return `DATABASE_URL was refused by Postgres: ${error.message}.`;
  }
  if (isDatabaseOutage(error)) {
    return `The database of DATABASE_URL cannot be reached (${error.code ?? error.message}).`;
  }
  return `The start failed: ${error.stack ?? error.message}`;
}

/** Connection attempts to several addresses fail together as one AggregateError. */
function rootOf(error: Error): Error {
  const first = error instanceof AggregateError ? (error.errors[0] as unknown) : undefined;
  return first instanceof Error ? first : error;
}
