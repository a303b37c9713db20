import { isUtf8 } from 'node:buffer';
import type { Request, RequestHandler, Response } from 'express';
import { DomainError, InvalidInputError } from '../common/domain-error.js';
import { readBody, type BodyLimit } from './body-reader.js';
import type { HeldBodies } from './held-bodies.js';
import { assertModestJson } from './json-shape.js';

export interface JsonLimit extends BodyLimit {
  /** Most values in it, lists and objects included. */
  readonly maxValues: number;
}

class UnsupportedCharsetError extends DomainError {
  readonly kind = 'unsupported-type';
  readonly code = 'UNSUPPORTED_MEDIA_TYPE';
  constructor() {
    super('The request body must be JSON in UTF-8.');
  }
}

/**
 * Reads the body of a request that says it is JSON; an empty one counts as `{}`.
 *
 * Not Express' own parser: that one answers only when the last byte of a body too
 * large has come, replaces broken UTF-8 by other characters, and builds objects
 * before anybody can look at their number.
 */
export function jsonBody(limit: JsonLimit, held: HeldBodies): RequestHandler {
  return async (request, response, next) => {
    if (request.body !== undefined || !request.is('application/json')) return next();
    assertUtf8(request);
    releaseAfter(request, response, held);
    request.body = parse(await readBody(request, limit, held), limit);
    next();
  };
}

/** An answer that waits behind others of its connection does not hear when that is closed. */
function releaseAfter(request: Request, response: Response, held: HeldBodies): void {
  const { socket } = request;
  const release = () => {
    socket.removeListener('close', release);
    held.release(request);
  };
  if (response.destroyed || socket.destroyed) return release();
  response.once('close', release);
  if (response.socket === null) socket.once('close', release);
}

function assertUtf8({ headers }: Request): void {
  const [, charset] = /;\s*charset\s*=\s*"?([^\s;"]*)/i.exec(headers['content-type'] ?? '') ?? [];
  if (charset !== undefined && !/^utf-?8$/i.test(charset)) throw new UnsupportedCharsetError();
}

function parse(bytes: Buffer, { maxValues }: JsonLimit): unknown {
  if (bytes.length === 0) return {};
  if (!isUtf8(bytes)) throw new InvalidInputError('The request body is not valid UTF-8.', 'MALFORMED_JSON');
  assertModestJson(bytes, maxValues);
  try {
    const value = JSON.parse(textOf(bytes)) as unknown;
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    throw new InvalidInputError('The request body is not valid JSON.', 'MALFORMED_JSON');
  }
  throw new InvalidInputError('The request body must be a JSON object.', 'MALFORMED_JSON');
}

/** Windows editors begin a file with a byte order mark, which is no JSON. */
function textOf(bytes: Buffer): string {
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return bytes.toString('utf8', marked ? 3 : 0);
}
