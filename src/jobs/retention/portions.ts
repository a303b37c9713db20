/** A job whose images are being removed: those from `nextIdx` to before `endIdx` are still there. */
export interface Removal {
  readonly jobId: string;
  readonly nextIdx: number;
  readonly endIdx: number;
}

/** Some consecutive images of a job, to be removed together: from `fromIdx` to before `toIdx`. */
export interface Portion {
  readonly jobId: string;
  readonly fromIdx: number;
  readonly toIdx: number;
}

/** What one step removes: at most so many images, of as many jobs as it takes. */
export function portionsOf(removals: readonly Removal[], images: number): Portion[] {
  const portions: Portion[] = [];
  let room = images;
  for (const { jobId, nextIdx, endIdx } of removals) {
    if (room === 0) break;
    const toIdx = Math.min(endIdx, nextIdx + room);
    portions.push({ jobId, fromIdx: nextIdx, toIdx });
    room -= toIdx - nextIdx;
  }
  return portions;
}
