import { open, type FileHandle } from 'node:fs/promises';
import { quote } from '../../common/quote.js';

/** A file that cannot be opened, in a sentence that names it. */
export class FileProblemError extends Error {
  readonly code = 'FILE_UNREADABLE';
}

/** A file on disk, ready to be read once. */
export interface CsvFile {
  readonly chunks: AsyncIterable<Buffer>;
  /** Bytes; 0 when nobody knows, as for a pipe. */
  readonly size: number;
}

/** @throws FileProblemError when there is no such file, or it may not be read */
export async function openCsv(path: string): Promise<CsvFile> {
  const handle = await open(path, 'r').catch((error: unknown) => {
    throw new FileProblemError(problemOf(path, error));
  });
  const stat = await handle.stat();
  if (stat.isDirectory()) {
    await handle.close();
    throw new FileProblemError(`${quote(path)} is a folder, not a CSV file.`);
  }
  return { chunks: readChunks(path, handle), size: stat.size };
}

async function* readChunks(path: string, handle: FileHandle): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of handle.createReadStream({ autoClose: false })) yield chunk as Buffer;
  } catch (error) {
    throw new FileProblemError(problemOf(path, error));
  } finally {
    await handle.close();
  }
}

function problemOf(path: string, error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return `There is no file ${quote(path)}.`;
  if (code === 'EACCES' || code === 'EPERM') return `The file ${quote(path)} may not be read by this user.`;
  return `The file ${quote(path)} cannot be read (${code ?? message}).`;
}
