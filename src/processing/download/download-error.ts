import { STATUS_CODES } from 'node:http';
import { ImageError, type Retry } from '../image-error.js';

/** Longest wait a host can ask for. */
export const MAX_RETRY_AFTER_MS = 300_000;

const HEALING = new Set([408, 425, 500, 502, 503, 504]);

/** What an HTTP status other than 200 means for an image; `retryAfter` is the header as it came. */
export function statusError(status: number, retryAfter: string | undefined, now = Date.now()): ImageError {
  const retry: Retry = status === 429 ? 'throttled' : HEALING.has(status) ? 'charged' : 'never';
  const name = STATUS_CODES[status];
  const reason = `could not be downloaded: its server answered ${status}${name ? ` (${name})` : ''}.`;
  return new ImageError(`HTTP_${status}`, reason, retry, retryAfterMs(retryAfter, now));
}

/** `Retry-After` in seconds or as a date, up to the cap; undefined when absent or unreadable. */
export function retryAfterMs(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  const ms = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), MAX_RETRY_AFTER_MS);
}

const NETWORK: Readonly<Record<string, { code: string; reason: string; retry: Retry }>> = {
  ENOTFOUND: {
    code: 'HOST_NOT_FOUND',
    reason: 'could not be downloaded: its host does not exist.',
    retry: 'never',
  },
  ENODATA: {
    code: 'HOST_NOT_FOUND',
    reason: 'could not be downloaded: its host does not exist.',
    retry: 'never',
  },
  EAI_AGAIN: {
    code: 'DNS_FAILED',
    reason: 'could not be downloaded: looking up its host failed.',
    retry: 'charged',
  },
  ETIMEOUT: {
    code: 'DNS_FAILED',
    reason: 'could not be downloaded: looking up its host failed.',
    retry: 'charged',
  },
  ESERVFAIL: {
    code: 'DNS_FAILED',
    reason: 'could not be downloaded: looking up its host failed.',
    retry: 'charged',
  },
  ECONNREFUSED: {
    code: 'CONNECTION_REFUSED',
    reason: 'could not be downloaded: its host refused the connection.',
    retry: 'charged',
  },
  HPE_HEADER_OVERFLOW: {
    code: 'BAD_HTTP_ANSWER',
    reason: 'could not be downloaded: the headers of the answer are larger than 16 KB.',
    retry: 'never',
  },
};

/** What a broken connection, look-up or answer means for an image. */
export function networkError(error: NodeJS.ErrnoException): ImageError {
  // A name server that cannot be reached is not the host that refuses.
  const code = error.syscall?.startsWith('query') ? 'EAI_AGAIN' : (error.code ?? '');
  const known = NETWORK[code];
  if (known) return new ImageError(known.code, known.reason, known.retry);
  if (code.startsWith('HPE_') || code.startsWith('Z_')) {
    return new ImageError('BAD_HTTP_ANSWER', 'could not be downloaded: the answer of its server is broken.');
  }
  if (/CERT|SELF_SIGNED|UNABLE_TO|SSL|TLS|EPROTO/.test(code)) {
    return new ImageError(
      'TLS_FAILED',
      'could not be downloaded: no secure connection to its host is possible.',
    );
  }
  return new ImageError(
    'CONNECTION_LOST',
    'could not be downloaded: the connection to its host was lost.',
    'charged',
  );
}
