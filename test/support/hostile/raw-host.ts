import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';

/** Whatever a host does with a connection, once it knows which path is asked for. */
export type Raw = (socket: Socket, path: string) => void;

/** A host below HTTP, on all addresses of this machine: it may say what no HTTP server would. */
export interface RawHost {
  readonly port: number;
  /** Connections it has had. */
  readonly connections: () => number;
  stop(): Promise<void>;
}

/** @param tls a private key and its certificate in one text; plain TCP without */
export async function serveRaw(answer: Raw, tls?: string): Promise<RawHost> {
  const sockets = new Set<Socket>();
  let connections = 0;
  const take = (socket: Socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
    socket.on('data', (request: Buffer) => {
      const path = /^GET (\S+) HTTP/.exec(request.toString('latin1'))?.[1];
      if (path !== undefined) answer(socket, path);
    });
  };
  const server: Server =
    tls === undefined ? createServer(take) : createTlsServer({ key: tls, cert: tls }, take);
  server.on('tlsClientError', () => undefined);
  server.listen(0);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    connections: () => connections,
    stop: async () => {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
  };
}

/** An answer as bytes, with the length of its body unless its headers say one. */
export function http(status: string, headers: readonly string[] = [], body: string | Buffer = ''): Buffer {
  const length = headers.some((header) => /^(content-length|transfer-encoding):/i.test(header))
    ? []
    : [`Content-Length: ${Buffer.byteLength(body)}`];
  const head = [`HTTP/1.1 ${status}`, ...headers, ...length, '', ''].join('\r\n');
  return Buffer.concat([Buffer.from(head, 'latin1'), Buffer.from(body)]);
}

/** Sends a piece again and again, as fast as it is taken. */
export function endlessly(socket: Socket, piece: Buffer): void {
  const push = () => {
    while (!socket.destroyed && socket.write(piece));
  };
  socket.on('drain', push);
  push();
}

/** Sends a piece every few milliseconds. */
export function slowly(socket: Socket, piece: string, everyMs = 50): void {
  const timer = setInterval(() => socket.write(piece), everyMs);
  socket.on('close', () => clearInterval(timer));
}
