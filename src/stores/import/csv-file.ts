import { constants, createReadStream } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { quote } from '../../common/quote.js';

/** A file that cannot be opened, in a sentence that names it. */
export class FileProblemError extends Error {
  readonly code = 'FILE_UNREADABLE';
}

/** A file on disk that can be read once. */
export interface CsvFile {
  /** Opens the file when it is first asked for something, and closes it at the end. */
  readonly chunks: AsyncIterable<Buffer>;
  /** Bytes; 0 when nobody knows, as for a pipe. */
  readonly size: number;
}

/** @throws FileProblemError when there is no such file, or it may not be read; `chunks` may throw it too */
export async function findCsv(path: string): Promise<CsvFile> {
  const { size } = await checked(path).catch((error: unknown) => {
    throw error instanceof FileProblemError ? error : new FileProblemError(problemOf(path, error));
  });
  return { chunks: readChunks(path), size };
}

async function checked(path: string): Promise<{ size: number }> {
  const found = await stat(path);
  if (found.isDirectory()) throw new FileProblemError(`${quote(path)} is a folder, not a CSV file.`);
  await access(path, constants.R_OK);
  return found;
}

async function* readChunks(path: string): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of createReadStream(path)) yield chunk as Buffer;
  } catch (error) {
    throw new FileProblemError(problemOf(path, error));
  }
}

function problemOf(path: string, error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return `There is no file ${quote(path)}.`;
  if (code === 'EACCES' || code === 'EPERM') return `The file ${quote(path)} may not be read by this user.`;
  return `The file ${quote(path)} cannot be read (${code ?? message}).`;
}
