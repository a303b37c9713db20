import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** A host of images on loopback. What is not in it answers 404. */
export interface ImageServer {
  /** Without a trailing slash. */
  readonly url: string;
  /** Requests it has had, by path. */
  readonly requests: ReadonlyMap<string, number>;
  stop(): Promise<void>;
}

/** @param routes bytes, or what to do with the request, by path (`/shelf.jpg`) */
export async function serveImages(routes: Readonly<Record<string, Buffer | Handler>>): Promise<ImageServer> {
  const requests = new Map<string, number>();
  const server: Server = createServer((request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    requests.set(path, (requests.get(path) ?? 0) + 1);
    const route = routes[path];
    if (route === undefined) response.writeHead(404).end('no such image');
    else if (typeof route === 'function') route(request, response);
    else
      response
        .writeHead(200, { 'Content-Type': 'application/octet-stream', 'Content-Length': route.length })
        .end(route);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
