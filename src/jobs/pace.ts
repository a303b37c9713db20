/** A pace that old says nothing any more: the job waits for something, and a new stretch of work begins after it. */
export const PACE_STALE_MS = 15_000;

/** The past counts for so long: a change of speed shows by two thirds after this time. */
export const PACE_SMOOTHING_S = 5;

/** How far the range of the time left reaches beyond what was measured. */
const MARGIN = 0.1;

/** What the statement that stores results has measured of a job; times by the clock of the database. */
export interface PaceSample {
  /** Images a second, smoothed, at `paceAt`. */
  readonly pace: number | null;
  readonly paceAt: Date | null;
  readonly paceSettled: number | null;
  /** Where the present stretch of work began, and how many images were settled then. */
  readonly paceSince: Date | null;
  readonly paceBase: number | null;
}

/** Time left in whole seconds, and within which bounds that is likely to be right. */
export interface Eta {
  readonly seconds: number;
  readonly earliest: number;
  readonly latest: number;
}

export interface Speed {
  readonly imagesPerSecond: number;
  readonly eta: Eta;
}

/**
 * How fast a job moves right now, and how long it will take.
 *
 * @param pending images that are not settled
 * @param now within a few seconds of the database's clock
 * @returns undefined when nothing is left to do, nothing is measured yet, or nothing has moved lately
 */
export function speedOf(sample: PaceSample, pending: number, now: Date): Speed | undefined {
  const { pace, paceAt } = sample;
  if (pending === 0 || pace === null || pace <= 0 || paceAt === null) return undefined;
  if (now.getTime() - paceAt.getTime() > PACE_STALE_MS) return undefined;
  return { imagesPerSecond: pace, eta: etaOf(pending, pace, averageOf(sample) ?? pace) };
}

/** Images a second since the stretch of work began. */
function averageOf({ paceAt, paceSettled, paceSince, paceBase }: PaceSample): number | undefined {
  if (paceAt === null || paceSince === null) return undefined;
  const seconds = (paceAt.getTime() - paceSince.getTime()) / 1_000;
  const images = (paceSettled ?? 0) - (paceBase ?? 0);
  return seconds > 0 && images > 0 ? images / seconds : undefined;
}

/** The two measures of speed disagree by as much as the job is uneven; so does the range. */
function etaOf(pending: number, pace: number, average: number): Eta {
  return {
    seconds: Math.ceil(pending / pace),
    earliest: Math.floor((pending / Math.max(pace, average)) * (1 - MARGIN)),
    latest: Math.ceil((pending / Math.min(pace, average)) * (1 + MARGIN)),
  };
}
