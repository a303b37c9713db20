import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A process of the service, as production starts it: `node dist/main.js`. */
export interface Service {
  /** Without a trailing slash. */
  readonly url: string;
  readonly port: number;
  readonly process: ChildProcess;
  /** Everything it has logged so far. */
  log(): string;
  /** @returns the exit code; null when a signal ended it */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

const START_MS = 60_000;

/** Starts a process on a free port and waits until it is ready. Settings come from `env` alone. */
export async function startService(env: Record<string, string>): Promise<Service> {
  if (env['PORT']) return startOn(Number(env['PORT']), env);
  for (;;) {
    try {
      return await startOn(await freePort(), env);
    } catch (error) {
      // Somebody was quicker.
      if (!String(error).includes('is already in use')) throw error;
    }
  }
}

async function startOn(port: number, env: Record<string, string>): Promise<Service> {
  const child = spawn(process.execPath, ['dist/main.js'], {
    env: { PATH: process.env['PATH'], PORT: String(port), LOG_LEVEL: 'info', LOG_PRETTY: 'false', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  child.stdout.on('data', (chunk: Buffer) => (log += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()));
  const url = `http://127.0.0.1:${port}`;
  const service: Service = {
    url,
    port,
    process: child,
    log: () => log,
    stop: async (signal = 'SIGTERM') => {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      child.kill(signal);
      const [code] = (await once(child, 'exit')) as [number | null];
      return code;
    },
  };
  await untilLive(service);
  return service;
}

/** Starts a process that is expected to end by itself. @returns everything it printed */
export async function failedStart(
  env: Record<string, string>,
): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, ['dist/main.js'], {
    env: { PATH: process.env['PATH'], LOG_LEVEL: 'warn', LOG_PRETTY: 'false', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: START_MS,
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output };
}

async function untilLive(service: Service): Promise<void> {
  const { url, process: child } = service;
  const deadline = Date.now() + START_MS;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The service ended at its start: ${service.log()}`);
    const live = await fetch(`${url}/health/live`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (live) return;
    if (Date.now() > deadline) {
      child.kill('SIGKILL');
      throw new Error(`The service did not start in time: ${service.log()}`);
    }
    await sleep(50);
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
