import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A way to the real Redis that can be blocked, for processes that shall believe it is away. */
export interface BreakableRedis {
  readonly url: string;
  /** `cut`: nobody gets through, as with a Redis that is down; `frozen`: connections stay, and nothing comes back. */
  set(state: 'open' | 'frozen' | 'cut'): void;
  stop(): Promise<void>;
}

export async function breakableRedis(redisUrl: string): Promise<BreakableRedis> {
  const real = new URL(redisUrl);
  const pairs = new Set<readonly [near: Socket, far: Socket]>();
  let state: 'open' | 'frozen' | 'cut' = 'open';
  const server = createServer((near) => {
    if (state === 'cut') return void near.destroy();
    const far = connect(Number(real.port), real.hostname);
    const pair = [near, far] as const;
    pairs.add(pair);
    near.pipe(far).pipe(near);
    if (state === 'frozen') far.pause();
    for (const socket of pair) {
      socket.on('error', () => undefined);
      socket.on('close', () => {
        pairs.delete(pair);
        pair.forEach((end) => end.destroy());
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(redisUrl);
  url.port = String((server.address() as AddressInfo).port);
  url.hostname = '127.0.0.1';
  return {
    url: url.href,
    set: (next) => {
      state = next;
      for (const [near, far] of pairs) {
        if (next === 'cut') near.destroy();
        else if (next === 'frozen') far.unpipe(near);
        else far.pipe(near);
      }
    },
    stop: async () => {
      for (const [near] of pairs) near.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
