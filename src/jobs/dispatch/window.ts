import { IMAGES_AHEAD } from '../queue/range-queue.js';
import type { DueRun } from './fair-rounds.js';

/** What the live workers can take, and what is in their hands or on the way to them. */
export interface WindowState {
  readonly liveWorkers: number;
  /** Somebody has paused everything. */
  readonly paused: boolean;
  /** Images all live workers together have under way at once. */
  readonly capacity: number;
  /** Images that are leased and have no result yet. */
  readonly outstanding: number;
  /** The same by the main host of their job. */
  readonly outstandingByHost: ReadonlyMap<string, number>;
  /** Of the outstanding images, those that had been deferred. */
  readonly deferredOut: number;
  /** Ranges under suspicion that were handed out. */
  readonly suspectsOut: number;
}

/** A larger range would save nothing: one message and one lease are shared by 64 images then. */
const MAX_RANGE = 64;

export function windowSize({ capacity }: Pick<WindowState, 'capacity'>): number {
  return capacity * IMAGES_AHEAD;
}

/** Images that may be handed out now after a wait: at most half of the window, while others were never handed out. */
export function roomForDeferred(state: WindowState, othersWait: boolean): number {
  const room = windowSize(state) - state.outstanding;
  return othersWait ? Math.min(room, Math.floor(windowSize(state) / 2) - state.deferredOut) : room;
}

/** Small windows get small ranges, so that several workers and jobs find a place in it. */
export function rangeSize(window: number): number {
  return Math.max(1, Math.min(MAX_RANGE, Math.floor(window / 16)));
}

/**
 * What each host may still get: at most half of the window, while another host waits.
 *
 * @returns empty when all due images come from one place
 */
export function roomByHost(state: WindowState, due: readonly DueRun[]): Map<string, number> {
  const hosts = new Set(due.map(({ host }) => host));
  if (hosts.size < 2) return new Map();
  const half = windowSize(state) / 2;
  const named = [...hosts].filter((host) => host !== undefined);
  return new Map(named.map((host) => [host, half - (state.outstandingByHost.get(host) ?? 0)]));
}
