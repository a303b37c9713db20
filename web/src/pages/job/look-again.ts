const PAUSE_MS = 1_500;
const LONGEST_MS = 30_000;

/** How long to wait before the rows of a running job are asked for again. @param failures in a row, until now */
export function pauseAfter(failures: number): number {
  return Math.min(PAUSE_MS * 2 ** failures, LONGEST_MS);
}
