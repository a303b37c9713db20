import { brotliCompressSync, gzipSync } from 'node:zlib';
import { endlessly, http, slowly, type Raw } from './raw-host.js';

export interface HostileAnswer {
  readonly answer: Raw;
  /** What becomes of the image: a code, or `measured` where the answer is odd and the image good. */
  readonly becomes: string;
}

const OK = '200 OK';
const ZEROS = Buffer.alloc(65_536);

/** Sends what never changes. */
const says =
  (bytes: Buffer | string): Raw =>
  (socket) =>
    void socket.write(bytes);

const chunked = (pieces: readonly Buffer[]) =>
  Buffer.concat([
    http(OK, ['Transfer-Encoding: chunked']),
    ...pieces.flatMap((piece) => [
      Buffer.from(`${piece.length.toString(16)}\r\n`),
      piece,
      Buffer.from('\r\n'),
    ]),
    Buffer.from('0\r\n\r\n'),
  ]);

/** Everything a host can do wrong below and in HTTP, by path; each kind beside one that is well. IMAGE_MAX_BYTES is 1,000,000. */
export function hostileAnswers(photo: Buffer): Record<string, HostileAnswer> {
  const zeros = Buffer.alloc(100_000_000);
  const bytes = Array.from(photo, (byte) => Buffer.of(byte));
  const fails = (becomes: string, answer: Raw | Buffer | string): HostileAnswer => ({
    becomes,
    answer: typeof answer === 'function' ? answer : says(answer),
  });
  const well = (answer: Raw | Buffer | string) => fails('measured', answer);
  return {
    '/well': well(http(OK, [], photo)),

    // Time
    '/silent': fails('DOWNLOAD_TIMEOUT', () => undefined),
    '/slow-headers': fails('DOWNLOAD_TIMEOUT', (socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      slowly(socket, 'X-Wait: a\r\n');
    }),
    '/slow-body': fails('DOWNLOAD_TIMEOUT', (socket) => {
      socket.write(http(OK, ['Content-Length: 100000']));
      slowly(socket, 'x');
    }),
    '/stalled': fails('DOWNLOAD_TIMEOUT', http(OK, ['Content-Length: 100000'], photo.subarray(0, 100))),
    '/slow-and-well': well((socket) => {
      socket.write(http(OK, [`Content-Length: ${photo.length}`], photo.subarray(0, 100)));
      setTimeout(() => socket.write(photo.subarray(100)), 200);
    }),

    // Length
    '/endless': fails('FILE_TOO_LARGE', (socket) => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      endlessly(socket, ZEROS);
    }),
    '/claims-10-gb': fails('FILE_TOO_LARGE', http(OK, ['Content-Length: 10000000000'])),
    '/claims-too-much': fails('CONNECTION_LOST', (socket) => {
      socket.end(http(OK, [`Content-Length: ${photo.length + 1}`], photo));
    }),
    '/claims-too-little': fails('IMAGE_DAMAGED', http(OK, [`Content-Length: ${photo.length - 50}`], photo)),
    '/claims-nonsense': fails('BAD_HTTP_ANSWER', http(OK, ['Content-Length: -1'], photo)),
    '/claims-twice': fails('BAD_HTTP_ANSWER', http(OK, ['Content-Length: 1', 'Content-Length: 2'], photo)),
    '/claims-and-chunks': fails(
      'BAD_HTTP_ANSWER',
      http(OK, ['Content-Length: 5', 'Transfer-Encoding: chunked'], '5\r\nabcde\r\n0\r\n\r\n'),
    ),
    '/hangs-up': fails('CONNECTION_LOST', (socket) => socket.destroy()),
    '/no-length': well((socket) =>
      socket.end(Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\n\r\n'), photo])),
    ),
    '/byte-by-byte': well(chunked(bytes)),

    // Packing
    '/gzip-bomb': fails('FILE_TOO_LARGE', http(OK, ['Content-Encoding: gzip'], gzipSync(zeros))),
    '/br-bomb': fails(
      'FILE_TOO_LARGE',
      http(OK, ['Content-Encoding: br'], brotliCompressSync(zeros.subarray(0, 5e6))),
    ),
    '/gzip-in-gzip': fails(
      'BAD_HTTP_ANSWER',
      http(OK, ['Content-Encoding: gzip, gzip'], gzipSync(gzipSync(photo))),
    ),
    '/gzip-as-a-file': fails('NOT_AN_IMAGE', http(OK, ['Content-Encoding: gzip'], gzipSync(gzipSync(photo)))),
    '/half-a-gzip': fails(
      'BAD_HTTP_ANSWER',
      http(OK, ['Content-Encoding: gzip'], gzipSync(photo).subarray(0, 200)),
    ),
    '/gzip': well(http(OK, ['Content-Encoding: gzip'], gzipSync(photo))),
    '/br': well(http(OK, ['Content-Encoding: br'], brotliCompressSync(photo))),

    // Headers
    '/headers-of-17-kb': fails('BAD_HTTP_ANSWER', http(OK, [`X-Long: ${'x'.repeat(17_000)}`], photo)),
    '/a-thousand-headers': fails(
      'BAD_HTTP_ANSWER',
      http(
        OK,
        Array.from({ length: 2_000 }, (_, n) => `X-${n}: abc`),
        photo,
      ),
    ),
    '/headers-of-15-kb': well(http(OK, [`X-Long: ${'x'.repeat(15_000)}`], photo)),
    '/says-html': well(http(OK, ['Content-Type: text/html'], photo)),
    '/says-jpeg': fails('NOT_AN_IMAGE', http(OK, ['Content-Type: image/jpeg'], '<html>no photo</html>')),
    '/not-http': fails('BAD_HTTP_ANSWER', 'SSH-2.0-OpenSSH_9.6\r\n'),

    // Status
    ...Object.fromEntries(
      [
        '201 Created',
        '204 No Content',
        '206 Partial Content',
        '300 Multiple Choices',
        '304 Not Modified',
        '418 Teapot',
      ].map((status) => [
        `/${status.slice(0, 3)}`,
        fails(`HTTP_${status.slice(0, 3)}`, http(status, [], /^[23]04/.test(status) ? '' : photo)),
      ]),
    ),
    '/waits-for-ever': fails('BAD_HTTP_ANSWER', (socket) => {
      endlessly(socket, Buffer.from('HTTP/1.1 103 Early Hints\r\n\r\n'.repeat(500)));
    }),
    '/upgrades': fails(
      'HTTP_101',
      'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n',
    ),
    '/waits-twice': well(
      Buffer.concat([Buffer.from('HTTP/1.1 103 Early Hints\r\n\r\n'.repeat(2)), http(OK, [], photo)]),
    ),
  };
}
