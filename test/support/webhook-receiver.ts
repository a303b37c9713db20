import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** What a webhook was sent. */
export interface Received {
  readonly path: string;
  /** Sent with it, as the library of Standard Webhooks takes them. */
  readonly headers: Record<string, string>;
  readonly body: string;
  readonly payload: { type: string; timestamp: string; data: Record<string, unknown> };
}

export type Reply = (response: ServerResponse, earlier: number) => void;

/** A host that is told things, on every address of this machine. */
export interface Receiver {
  readonly port: number;
  readonly url: string;
  /** Everything it was sent to this path, oldest first. */
  received(path: string): Received[];
  /** Waits until it was sent so much. */
  until(path: string, count: number, timeoutMs?: number): Promise<Received[]>;
  stop(): Promise<void>;
}

/** @param replies what to answer, by path; `earlier`: requests it has had before. Others are answered 204. */
export async function receiveWebhooks(replies: Readonly<Record<string, Reply>> = {}): Promise<Receiver> {
  const all: Received[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const path = request.url ?? '';
      const earlier = all.filter((one) => one.path === path).length;
      const headers = request.headers as Record<string, string>;
      all.push({ path, headers, body, payload: JSON.parse(body) as Received['payload'] });
      const reply = replies[path];
      if (reply) reply(response, earlier);
      else response.writeHead(204).end();
    });
  });
  await once(server.listen(0, '0.0.0.0'), 'listening');
  const { port } = server.address() as AddressInfo;
  const received = (path: string) => all.filter((one) => one.path === path);
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    received,
    until: async (path, count, timeoutMs = 30_000) => {
      const deadline = Date.now() + timeoutMs;
      while (received(path).length < count) {
        if (Date.now() > deadline) throw new Error(`${path} was sent ${received(path).length} of ${count}`);
        await sleep(20);
      }
      return received(path);
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
