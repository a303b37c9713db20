/** The order in which the images of a job are handed out, and where in it each visit lies. */
export interface DispatchOrder {
  /** Numbers of the visits, as they follow one another. */
  readonly visitNos: readonly number[];
  /** Place of the first image of each visit, by its number. */
  readonly firstIdx: readonly number[];
  /** Places where another priority begins; empty when all visits have the same. */
  readonly boundaries: readonly number[];
}

/**
 * Visits of a higher priority come first; those of one priority stay in the order of the request.
 *
 * @param priorities of each visit
 * @param imageCounts of each visit
 */
export function dispatchOrder(priorities: readonly number[], imageCounts: readonly number[]): DispatchOrder {
  const priorityOf = (visitNo: number) => priorities[visitNo] as number;
  const visitNos = [...priorities.keys()];
  // Sorting is stable. Where all are the same, which is usual, it costs next to nothing.
  visitNos.sort((a, b) => priorityOf(b) - priorityOf(a));
  const firstIdx = new Array<number>(visitNos.length);
  const boundaries: number[] = [];
  let next = 0;
  for (const [place, visitNo] of visitNos.entries()) {
    const before = visitNos[place - 1];
    if (before !== undefined && priorityOf(before) !== priorityOf(visitNo)) boundaries.push(next);
    firstIdx[visitNo] = next;
    next += imageCounts[visitNo] as number;
  }
  return { visitNos, firstIdx, boundaries };
}
