import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from './service.js';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const POLL_MS = 25;

export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** One `npm start`, as a person would run it: a real npm, real services, a DATA_DIR and a PORT of its own. */
export class Launcher {
  private readonly child: ChildProcess;
  readonly exit: Promise<Exit>;
  stdout = '';
  stderr = '';

  /** `npm`: with npm in between, in a process group of its own as in a terminal; `node`: the launcher alone. */
  constructor(
    readonly place: Place,
    env: NodeJS.ProcessEnv = {},
    by: 'npm' | 'node' = 'npm',
  ) {
    const [command, args] = by === 'npm' ? ['npm', ['start']] : [process.execPath, ['scripts/start.mjs']];
    const own = { PORT: String(place.port), DATA_DIR: place.dataDir, LOG_LEVEL: 'warn' };
    this.child = spawn(command, args, { cwd: ROOT, env: { ...process.env, ...own, ...env }, detached: true });
    this.child.stdout?.on('data', (chunk: Buffer) => (this.stdout += chunk.toString()));
    this.child.stderr?.on('data', (chunk: Buffer) => (this.stderr += chunk.toString()));
    this.exit = once(this.child, 'close').then(([code, signal]) => ({ code, signal }));
    place.launchers.push(this);
  }

  get running(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Resolves when the screen is printed. */
  async ready(): Promise<this> {
    while (!this.stdout.includes('API docs')) {
      if (!this.running) throw new Error(`npm start ended early: ${this.stdout}${this.stderr}`);
      await sleep(POLL_MS);
    }
    return this;
  }

  /** To npm alone, or to all a terminal would reach: npm and the launcher. */
  signal(signal: NodeJS.Signals, to: 'npm' | 'terminal' = 'npm'): void {
    const pid = this.child.pid!;
    process.kill(to === 'npm' ? pid : -pid, signal);
  }

  async stop(): Promise<Exit> {
    if (this.running) this.signal('SIGTERM');
    return this.exit;
  }
}

/** A free port and a DATA_DIR of its own; copies started here one after another share both. */
export class Place {
  readonly launchers: Launcher[] = [];
  readonly dataDir: string;

  private constructor(readonly port: number) {
    this.dataDir = mkdtempSync(join(tmpdir(), 'start-'));
    chmodSync(this.dataDir, 0o711); // Postgres of root runs as another user
  }

  static async make(): Promise<Place> {
    return new Place(await freePort());
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get databaseUrl(): string {
    return (this.read('services.json') as { databaseUrl: string }).databaseUrl;
  }

  /** The process that runs now under the launcher's care, or the launcher itself. */
  pidOf(name: 'launcher' | 'app' | 'redis' | 'postgres'): number {
    const file = name === 'launcher' ? 'run/launcher.lock' : `run/${name}.pid`;
    return (this.read(file) as { pid: number }).pid;
  }

  /** Stops what runs, also after a failed test, and removes the data. */
  async clear(): Promise<void> {
    await Promise.all(this.launchers.map((launcher) => launcher.stop()));
    for (const name of ['launcher', 'app', 'redis', 'postgres'] as const) {
      try {
        process.kill(this.pidOf(name), 'SIGKILL');
      } catch {
        // not running, as it should be
      }
    }
    rmSync(this.dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }

  private read(file: string): unknown {
    return JSON.parse(readFileSync(join(this.dataDir, file), 'utf8'));
  }
}
