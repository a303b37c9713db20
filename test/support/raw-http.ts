import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export interface RawAnswer {
  readonly status: number;
  readonly head: string;
  /** Empty when there was none; `error` and `code` when it is an error of ours. */
  readonly body: string;
}

/** Text goes out byte by byte (latin1); a number is a pause in milliseconds. */
export type Part = string | Buffer | number;

/** A sender that is not answered and not cut off by then hangs. */
const DEADLINE_MS = 20_000;

/**
 * Sends bytes as no HTTP client would, and reads until the other side ends the connection.
 *
 * @param halfClose says with a FIN that nothing more will come
 * @returns every answer, in order; none when the connection was just closed
 */
export async function sendRaw(
  port: number,
  parts: Part | readonly Part[],
  { halfClose = false } = {},
): Promise<RawAnswer[]> {
  const socket = connect(port, '127.0.0.1');
  let received = '';
  const closed = new Promise<'closed'>((resolve) => {
    socket.on('data', (chunk) => (received += chunk.toString('latin1')));
    socket.on('error', () => resolve('closed'));
    socket.on('end', () => resolve('closed'));
    socket.on('close', () => resolve('closed'));
  });
  for (const part of [parts].flat()) {
    if (typeof part === 'number') await Promise.race([closed, sleep(part)]);
    else if (!socket.destroyed) socket.write(typeof part === 'string' ? Buffer.from(part, 'latin1') : part);
  }
  if (halfClose) socket.end();
  const ending = await Promise.race([closed, sleep(DEADLINE_MS, 'hangs' as const, { ref: false })]);
  socket.destroy();
  if (ending === 'hangs') throw new Error(`Neither answered nor cut off: ${received.slice(0, 200)}`);
  return parse(received);
}

function parse(text: string): RawAnswer[] {
  const headEnd = text.indexOf('\r\n\r\n');
  if (headEnd < 0) return [];
  const head = text.slice(0, headEnd);
  const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(head)?.[1]);
  const length = Number(/^content-length: (\d+)$/im.exec(head)?.[1] ?? 0);
  const end = headEnd + 4 + length;
  return [{ status, head, body: text.slice(headEnd + 4, end) }, ...parse(text.slice(end))];
}
