import { DomainError } from './common/domain-error.js';
import { startProblem } from './common/start-problem.js';
import { toRefusedDto } from './stores/dto/store-import.dto.js';
import { ImportRejectedError } from './stores/import/import.errors.js';
import { FileProblemError } from './stores/import/csv-file.js';
import { refusalOf } from './stores/cli/report.js';

/** Whatever ended a command, as lines for people; a stack only for what nobody foresaw. */
export function problemText(error: unknown): string {
  return error instanceof ImportRejectedError ? refusalOf(error) : sentenceOf(error);
}

/** The same for programs, in the shape the API has for errors. */
export function problemBody(error: unknown): object {
  if (error instanceof ImportRejectedError) return toRefusedDto(error);
  const isOurs = error instanceof DomainError || error instanceof FileProblemError;
  return { error: sentenceOf(error), code: isOurs ? error.code : 'FAILED' };
}

function sentenceOf(error: unknown): string {
  if (error instanceof DomainError || error instanceof FileProblemError) return error.message;
  // Postgres: undefined table.
  if ((error as { code?: unknown }).code === '42P01') {
    return 'The database has no tables yet; run the command "migrate" first.';
  }
  return startProblem(error);
}
