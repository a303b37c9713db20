import { fork } from 'node:child_process';
import { once } from 'node:events';
import { withProcessSettings } from '../../scripts/lib/application.mjs';
import { ROOT } from '../../scripts/lib/settings.mjs';

/** Settings that a figure decides, not the user's shell. */
const NOT_FOR_BENCH =
  /^(DATABASE_URL|REDIS_URL|DATA_DIR|PORT|HOST|PUBLIC_URL|ROLE|IMAGE|DECODE|GPU|FETCH|HOST_|LOG|AUTH|FIRST_|CORS|TRUST)/;

/** A Node process of ours; we speak with it by messages, and it ends when we do. */
export class Program {
  /** @param {import('node:child_process').ChildProcess} child */
  constructor(child) {
    this.child = child;
    this.pid = child.pid;
  }

  /**
   * Starts a program and waits until it says that it is ready.
   *
   * @param {string} file
   * @param {{ args?: string[], env?: NodeJS.ProcessEnv, execArgv?: string[] }} options
   * @param {import('../../scripts/lib/lifetime.mjs').Lifetime} lifetime
   */
  static async start(file, { args = [], env = {}, execArgv = [] }, lifetime) {
    const clean = Object.entries(process.env).filter(([name]) => !NOT_FOR_BENCH.test(name));
    const child = fork(file, args, {
      cwd: ROOT,
      env: withProcessSettings({ ...Object.fromEntries(clean), ...env }),
      execArgv,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const program = new Program(child);
    lifetime.onEnd(() => program.stop('SIGKILL'));
    const early = once(child, 'exit').then(([code, signal]) => {
      throw new Error(`${file} ended while it was needed (${signal ?? `exit code ${code}`}).`);
    });
    early.catch(() => undefined);
    program.early = early;
    await program.answer('ready');
    return program;
  }

  /** @returns {Promise<Record<string, unknown>>} the next message of this type */
  async answer(type) {
    const message = new Promise((resolve) => {
      const look = (candidate) => {
        if (candidate.type !== type) return;
        this.child.off('message', look);
        resolve(candidate);
      };
      this.child.on('message', look);
    });
    return Promise.race([message, this.early]);
  }

  async ask(message, answerType) {
    const answer = this.answer(answerType);
    this.child.send(message);
    return answer;
  }

  async stop(signal = 'SIGTERM') {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = once(this.child, 'exit');
    this.child.kill(signal);
    await gone;
  }
}
