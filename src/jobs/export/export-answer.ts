import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import { csvFile } from './csv-file.js';
import { ExportAbandonedError } from './export.errors.js';
import type { Export } from './exports.service.js';
import { xlsxFile } from './xlsx-file.js';

/** How an export is written, and what it is called on the way. */
export interface FileKind {
  readonly extension: string;
  readonly contentType: string;
  readonly write: (batches: Export['batches']) => AsyncIterable<string | Uint8Array>;
}

export const CSV: FileKind = {
  extension: 'csv',
  contentType: 'text/csv; charset=utf-8; header=present',
  write: (batches) => csvFile(batches),
};

export const XLSX: FileKind = {
  extension: 'xlsx',
  contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  write: (batches) => xlsxFile(batches),
};

/** @returns aborted as soon as nobody waits for the answer any more */
export function goneSignal(response: Response): AbortSignal {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  if (response.destroyed) gone.abort();
  return gone.signal;
}

/** Whether an export ended because the client hung up. */
export function isAbandoned(thrown: unknown): boolean {
  if (thrown instanceof ExportAbandonedError) return true;
  // The stream notices that its end is gone, and that its source has stopped for that reason.
  if (thrown instanceof AggregateError) return thrown.errors.some(isAbandoned);
  return (thrown as { code?: unknown } | undefined)?.code === 'ERR_STREAM_PREMATURE_CLOSE';
}

/**
 * Sends an export as a file, as fast as the client takes it. What fails in the
 * middle cuts the connection: a chunked answer without its end is no whole file,
 * and every client says so.
 *
 * @param name of the file, without its extension
 */
export async function sendFile(
  request: Request,
  response: Response,
  { name, kind }: { readonly name: string; readonly kind: FileKind },
  found: Export,
): Promise<void> {
  const { extension, contentType, write } = kind;
  response.setHeader('Content-Type', contentType);
  response.setHeader('Content-Disposition', `attachment; filename="${name}.${extension}"`);
  response.setHeader('X-Total-Count', found.total);
  response.setHeader('X-Removed-Count', found.removed);
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  response.flushHeaders();
  await pipeline(write(found.batches), response, { signal: found.lost });
}
