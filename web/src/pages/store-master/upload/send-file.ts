import { ApiError, isErrorBody } from '../../../api/api-error.js';
import type { Schema } from '../../../api/client.js';
import { UnreachableError } from '../../../data/retries.js';

/** Largest file the API takes, in bytes. It is no setting, so that nobody has to be asked. */
export const MAX_BYTES = 268_435_456;

export interface ImportOptions {
  readonly isDryRun: boolean;
  readonly deactivateMissing: boolean;
  readonly allowRejects: boolean;
}

/** The file cannot be loaded because of what is in it. */
export class ImportRefusedError extends ApiError {
  constructor(readonly refusal: Schema<'ImportRefusedDto'>) {
    super(422, refusal.code, refusal.error);
  }
}

/** The file itself could not be read any more: it was changed, moved or removed after it was chosen. */
export class FileGoneError extends Error {}

/** The answer was lost after the whole file had arrived: nobody here knows what became of it. */
export class MaybeLoadedError extends Error {
  constructor() {
    super(
      'The answer was lost after the whole file had arrived. It may have been loaded; look at the list below.',
    );
  }
}

/**
 * Sends a file as it is on disk, without reading it into memory. It is done by XMLHttpRequest because
 * `fetch` does not tell how much has gone out.
 *
 * @param onProgress called with the share that has been sent, 0 to 1
 * @throws ImportRefusedError, FileGoneError, MaybeLoadedError, ApiError, UnreachableError
 */
export async function sendFile(
  file: File,
  options: ImportOptions,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Schema<'StoreImportDto'>> {
  if (!(await canBeRead(file))) throw fileGone(file);
  const { status, text } = await post(file, options, onProgress, signal).catch(async (error: unknown) => {
    if (error instanceof MaybeLoadedError || signal.aborted || (await canBeRead(file))) throw error;
    throw fileGone(file);
  });
  const body = parse(text);
  if (status < 300) return body as Schema<'StoreImportDto'>;
  if (status === 422 && typeof body === 'object' && body !== null && 'rejects' in body) {
    throw new ImportRefusedError(body as Schema<'ImportRefusedDto'>);
  }
  if (isErrorBody(body)) throw new ApiError(status, body.code, body.error);
  // A proxy that has waited for too long says so in its own words.
  if (status >= 500 && !options.isDryRun) throw new MaybeLoadedError();
  throw new ApiError(
    status,
    'UNEXPECTED_ANSWER',
    `The service answered ${status}, and not as this API does.`,
  );
}

function post(
  file: File,
  { isDryRun, deactivateMissing, allowRejects }: ImportOptions,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<{ status: number; text: string }> {
  const query = new URLSearchParams({
    dry_run: String(isDryRun),
    deactivate_missing: String(deactivateMissing),
    allow_rejects: String(allowRejects),
    file_name: file.name.slice(-255),
  });
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/stores/imports?${query}`);
    request.setRequestHeader('Content-Type', 'text/csv');
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 1 : loaded / total);
    let hasArrived = false;
    request.upload.onload = () => {
      hasArrived = true;
      onProgress(1);
    };
    request.onload = () => resolve({ status: request.status, text: request.responseText });
    request.onerror = () =>
      reject(
        hasArrived && !isDryRun
          ? new MaybeLoadedError()
          : new UnreachableError('The service could not be reached, or hung up. Nothing was loaded.'),
      );
    request.onabort = () => reject(new DOMException('Stopped', 'AbortError'));
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

/** Browsers refuse to read a file that is not the one any more that was chosen. */
async function canBeRead(file: File): Promise<boolean> {
  return file
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => true,
      () => false,
    );
}

function fileGone({ name }: File): FileGoneError {
  return new FileGoneError(
    `“${name}” was changed, moved or removed after it was chosen, so it was not loaded. Choose it again.`,
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
