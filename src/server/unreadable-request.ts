import { STATUS_CODES, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/** Bytes of a request line and its headers; Node's own default, said here because the sentence names it. */
export const MAX_HEAD_BYTES = 16_384;

interface Refusal {
  readonly status: number;
  readonly error: string;
  readonly code: string;
}

/** By the code of Node's error. */
const REFUSALS: Readonly<Record<string, Refusal>> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    error: `The request line and the headers are larger than ${MAX_HEAD_BYTES} bytes.`,
    code: 'HEADERS_TOO_LARGE',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    error: 'The request did not arrive in time.',
    code: 'REQUEST_TIMEOUT',
  },
};
const CONNECT: Refusal = {
  status: 405,
  error: 'CONNECT is not possible; this is no proxy.',
  code: 'METHOD_NOT_ALLOWED',
};
const MALFORMED: Refusal = {
  status: 400,
  error: 'This is not a well-formed HTTP/1.1 request.',
  code: 'MALFORMED_REQUEST',
};

/** How long the rest of what somebody sends is read, so that a reset does not overtake the answer. */
const LINGER_MS = 1_000;

const answered = new WeakSet<Socket>();

/** What Node keeps on a socket: the answer that is being made. */
type HttpSocket = Socket & { readonly _httpMessage?: ServerResponse };

/**
 * Ends a connection on which something came that is no request, or came too
 * slowly: with an answer, unless one is on its way already.
 */
export function answerUnreadable(problem: NodeJS.ErrnoException, socket: Socket): void {
  close(socket, REFUSALS[problem.code ?? ''] ?? MALFORMED);
}

/** Ends a connection that somebody wants to use as a tunnel. */
export function refuseTunnel(_: unknown, socket: Duplex): void {
  // Node takes its own listener away before it hands a tunnel over; without one a reset ends the process.
  socket.on('error', () => undefined);
  close(socket as Socket, CONNECT);
}

function close(socket: HttpSocket, refusal: Refusal): void {
  if (answered.has(socket)) return;
  answered.add(socket);
  // Nothing that follows is looked at: where this request ends, nobody knows.
  socket.removeAllListeners('data').on('data', () => undefined);
  afterEarlierAnswers(socket, () => {
    if (socket.writable && !socket._httpMessage?.headersSent) socket.end(toText(refusal));
    else socket.destroy();
    setTimeout(() => socket.destroy(), LINGER_MS).unref();
  });
}

/** Requests that came whole before this one get their answers first, or the sender would take this one for theirs. */
function afterEarlierAnswers(socket: HttpSocket, then: () => void): void {
  const answer = socket._httpMessage;
  if (!answer?.req.complete) return then();
  answer.once('close', () => setImmediate(afterEarlierAnswers, socket, then));
}

function toText({ status, error, code }: Refusal): string {
  const body = JSON.stringify({ error, code });
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'",
    'X-Content-Type-Options: nosniff',
    'Connection: close',
  ];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}
