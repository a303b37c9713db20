import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A Postgres of a drill's own, which it may stop, start and kill. It keeps its port and its data. */
export class OwnPostgres {
  private server?: ChildProcess;
  url = '';

  private constructor(private readonly folder: string) {}

  static async start(): Promise<OwnPostgres> {
    const folder = mkdtempSync(join(tmpdir(), 'drill-'));
    chmodSync(folder, 0o711); // Postgres of root runs as another user
    const postgres = new OwnPostgres(join(folder, 'data'));
    await postgres.start();
    return postgres;
  }

  async start(): Promise<void> {
    const script = 'test/support/drills/postgres-server.mjs';
    this.server = spawn(process.execPath, [script, this.folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    const lines = createInterface({ input: this.server.stdout as NodeJS.ReadableStream });
    const [url] = (await Promise.race([once(lines, 'line'), once(this.server, 'exit')])) as [string];
    this.url = url;
  }

  /** In order: connections are told, everything is written. */
  async stop(): Promise<void> {
    if (!this.server || this.server.exitCode !== null) return;
    this.server.kill('SIGTERM');
    await once(this.server, 'exit');
  }

  /** As by kill -9 of its main process; its keeper starts it again half a second later. */
  kill(): void {
    const { pid } = JSON.parse(readFileSync(join(this.folder, 'run/postgres.pid'), 'utf8')) as {
      pid: number;
    };
    process.kill(pid, 'SIGKILL');
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(join(this.folder, '..'), { recursive: true, force: true, maxRetries: 5 });
  }
}
