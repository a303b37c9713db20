import { registerAs } from '@nestjs/config';
import { SettingError } from '../common/setting-error.js';
import { listFromEnv } from './env.js';

/** Places where tests let the process die at once, as by kill -9. Without `FAULT_POINTS` there are none. */
export const FAULT = {
  /** A submit is committed; neither the client nor the dispatcher knows. */
  afterCommit: 'after-commit',
  /** Ranges have their leases; no message announces them yet. */
  afterHandOut: 'after-hand-out',
  /** An image is downloaded and measured; its result is not stored. */
  beforeRecord: 'before-record',
  /** An image whose URL contains `crash-worker` is opened. */
  crashingImage: 'crashing-image',
} as const;
export type FaultPoint = (typeof FAULT)[keyof typeof FAULT];

const CRASHING_IMAGE = 'crash-worker';

const active = new Set(listFromEnv('FAULT_POINTS'));

export const faultsConfig = registerAs('faults', () => {
  const known: readonly string[] = Object.values(FAULT);
  for (const point of active) {
    if (!known.includes(point))
      throw new SettingError(`FAULT_POINTS may name ${known.join(', ')}; not "${point}".`);
  }
  return { points: [...active] };
});

/** Dies here if the fault point is switched on. */
export function dieAt(point: FaultPoint): void {
  if (active.has(point)) process.kill(process.pid, 'SIGKILL');
}

/** Dies like a worker whose image library crashes over a file, if that is switched on and the image is such a one. */
export function dieOver(url: string): void {
  if (active.has(FAULT.crashingImage) && url.includes(CRASHING_IMAGE)) process.kill(process.pid, 'SIGKILL');
}
