import type { Reject } from '../csv/reject.js';
import type { ImportResult } from '../import/import-result.js';
import type { ImportRejectedError } from '../import/import.errors.js';

/** Rejects on a screen; the rest is in the record of the import and in `--json`. */
const LISTED = 20;

const STILL_READ =
  'The service reads the new names in the background; until it has, not all of them are found.';

const COUNTS = ['rows', 'inserted', 'updated', 'unchanged', 'rejected', 'deactivated'] as const;

/** An import as lines for people. */
export function reportOf(result: ImportResult): string {
  const width = Math.max(...COUNTS.map((name) => String(result[name]).length));
  const counts = COUNTS.map((name) => `  ${name.padEnd(12)}${String(result[name]).padStart(width)}`);
  const seconds = ((result.finishedAt.getTime() - result.startedAt.getTime()) / 1000).toFixed(1);
  const end = result.dryRun ? 'Dry run: nothing was changed' : `Import ${result.id} is stored`;
  return [
    `${result.fileName}`,
    ...counts,
    ...rejectLines(result.rejects, result.rejected),
    `${end} (${seconds} s).`,
    ...(result.dryRun || result.searchableAt ? [] : [STILL_READ]),
  ].join('\n');
}

/** A refused file as lines for people. */
export function refusalOf({ message, rejects, rejected, rows }: ImportRejectedError): string {
  // The message names the only one already.
  const lines = rejected > 1 ? rejectLines(rejects, rejected) : [];
  const wayOut =
    rejected < rows ? ['Mend these lines, or load the good rows anyway with --allow-rejects.'] : [];
  return [message, ...lines, ...wayOut].join('\n');
}

function rejectLines(rejects: readonly Reject[], count: number): string[] {
  const listed = rejects.slice(0, LISTED).map(({ line, reason }) => `  line ${line}: ${reason}`);
  return count > listed.length ? [...listed, `  ... and ${count - listed.length} more`] : listed;
}
