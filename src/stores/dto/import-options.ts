import { UnsupportedMediaTypeException } from '@nestjs/common';
import type { Caller } from '../../access/caller.js';
import { InvalidInputError } from '../../common/domain-error.js';
import { textFrom, type Query } from '../../common/http/query.js';
import type { ImportOptions } from '../import/import-result.js';
import { flagFrom } from './store-filter.js';

const MAX_FILE_NAME = 255;
const UTF_8 = /^(utf-?8|us-ascii)$/i;

/** @throws InvalidInputError naming the value that does not fit */
export function importOptionsFrom(query: Query, { id, name }: Pick<Caller, 'id' | 'name'>): ImportOptions {
  const fileName = textFrom(query, 'file_name') ?? 'upload.csv';
  if (fileName.length > MAX_FILE_NAME) {
    throw new InvalidInputError(`"file_name" must have at most ${MAX_FILE_NAME} characters.`);
  }
  return {
    fileName,
    importedBy: id ? name : 'api',
    dryRun: flagFrom(query, 'dry_run') ?? false,
    deactivateMissing: flagFrom(query, 'deactivate_missing') ?? false,
    allowRejects: flagFrom(query, 'allow_rejects') ?? false,
  };
}

/**
 * Makes sure that a body is plain CSV in UTF-8, by what its sender says.
 *
 * @throws UnsupportedMediaTypeException
 */
export function assertCsv(headers: Readonly<Record<string, string | string[] | undefined>>): void {
  const [type, ...parameters] = String(headers['content-type'] ?? '').split(';');
  const charset = /charset="?([^";\s]+)/i.exec(parameters.join(';'))?.[1] ?? 'utf-8';
  const encoding = headers['content-encoding'] ?? 'identity';
  if (type?.trim().toLowerCase() === 'text/csv' && UTF_8.test(charset) && encoding === 'identity') return;
  throw new UnsupportedMediaTypeException(
    'The body must be an uncompressed CSV file in UTF-8; send it with "Content-Type: text/csv".',
  );
}
