import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { Launcher, Place } from '../support/launcher.js';
import { inTheMiddle, settled, statusWhen, storedResults, submitSamples } from '../support/running-job.js';

const IMAGES = 500;
/** Slow enough that a kill comes in the middle, quick enough for a test. */
const SLOWLY = { IMAGES_IN_FLIGHT: '32' };
const TIMEOUT_MS = 120_000;

describe('npm start', () => {
  const places: Place[] = [];
  const place = async (): Promise<Place> => {
    places.push(await Place.make());
    return places.at(-1)!;
  };
  const expectDone = async (at: Place, jobId: string): Promise<void> => {
    await expect(statusWhen(at.url, jobId, settled)).resolves.toMatchObject({ status: 'completed' });
    await expect(storedResults(at.databaseUrl, jobId)).resolves.toEqual({
      results: IMAGES,
      images: IMAGES,
      processed: IMAGES,
    });
  };

  // Jest's loader options are nothing a person has set.
  beforeAll(() => delete process.env.NODE_OPTIONS);
  afterEach(async () => {
    await Promise.all(places.splice(0).map((each) => each.clear()));
  }, TIMEOUT_MS);

  it(
    'prints two curl lines that, pasted, submit and follow a job of the shipped pictures',
    async () => {
      const at = await place();
      const { stdout } = await new Launcher(at).ready();

      const lines = stdout.split('\n').filter((line) => /^(ANSWER=|curl )/.test(line));
      expect(lines).toHaveLength(2);
      const printed = execFileSync('sh', ['-c', lines.join('\nsleep 2\n')], { encoding: 'utf8' });

      const [submitted, status] = printed.trim().split('\n');
      const { job_id } = JSON.parse(submitted!) as { job_id: string };
      expect(JSON.parse(status!)).toMatchObject({ status: 'completed', job_id, progress: { processed: 2 } });
    },
    TIMEOUT_MS,
  );

  it.each(['npm', 'launcher'] as const)(
    'ends a running job with one result per image after a kill -9 of %s and another start',
    async (victim) => {
      const at = await place();
      const first = await new Launcher(at, SLOWLY).ready();
      const jobId = await submitSamples(at.url, IMAGES);
      await statusWhen(at.url, jobId, inTheMiddle);

      if (victim === 'npm') first.signal('SIGKILL');
      else process.kill(at.pidOf('launcher'), 'SIGKILL');
      await new Launcher(at, SLOWLY).ready();

      await expectDone(at, jobId);
    },
    TIMEOUT_MS,
  );

  it.each(['app', 'redis', 'postgres'] as const)(
    'starts %s again after a kill -9 in the middle of a job, which ends with one result per image',
    async (victim) => {
      const at = await place();
      const launcher = await new Launcher(at, SLOWLY).ready();
      const jobId = await submitSamples(at.url, IMAGES);
      await statusWhen(at.url, jobId, inTheMiddle);
      const killed = at.pidOf(victim);

      process.kill(killed, 'SIGKILL');

      await expectDone(at, jobId);
      expect(at.pidOf(victim)).not.toBe(killed);
      expect(launcher.running).toBe(true);
    },
    TIMEOUT_MS,
  );

  it(
    'stops with 0 in the middle of a job, also when the signal comes twice, and the next start ends the job',
    async () => {
      const at = await place();
      const first = await new Launcher(at, SLOWLY).ready();
      const jobId = await submitSamples(at.url, IMAGES);
      await statusWhen(at.url, jobId, inTheMiddle);

      first.signal('SIGINT', 'terminal');
      first.signal('SIGTERM');
      await expect(first.exit).resolves.toEqual({ code: 0, signal: null });
      for (const name of ['launcher', 'app', 'redis', 'postgres'] as const) {
        expect(() => at.pidOf(name)).toThrow('ENOENT');
      }
      await new Launcher(at, SLOWLY).ready();

      await expectDone(at, jobId);
    },
    TIMEOUT_MS,
  );

  it(
    'runs beside a second copy with its own PORT and DATA_DIR, and refuses one without',
    async () => {
      const [one, two] = [await place(), await place()];
      const first = new Launcher(one);
      await Promise.all([first.ready(), new Launcher(two).ready()]);

      const intruder = new Launcher(one, {}, 'node');
      await expect(intruder.exit).resolves.toMatchObject({ code: 1 });
      expect(intruder.stderr).toMatch(
        /^npm start \(pid \d+\) already uses DATA_DIR .* DATA_DIR=\S+ npm start\.\n$/,
      );
      for (const { url } of [one, two]) expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    },
    TIMEOUT_MS,
  );

  it(
    'asks for keys with AUTH=on, after "npm run keys" has made one where nothing is running',
    async () => {
      const at = await place();
      const keyless = new Launcher(at, { AUTH: 'on' }, 'node');
      await expect(keyless.exit).resolves.toMatchObject({ code: 1 });
      const [, command = ''] = /"(npm run keys [^"]+)"/.exec(keyless.stderr) ?? [];

      const env = { ...process.env, DATA_DIR: at.dataDir };
      const quietly = { env, encoding: 'utf8', stdio: 'pipe' } as const;
      const key = execFileSync('sh', ['-c', command.replace('npm run', 'npm run -s')], quietly);
      const { stdout } = await new Launcher(at, { AUTH: 'on' }).ready();
      expect((await fetch(`${at.url}/api/jobs`)).status).toBe(401);

      const lines = stdout.split('\n').filter((line) => /^(ANSWER=|curl )/.test(line));
      const withKey = { ...process.env, SMP_KEY: key.trim() };
      const printed = execFileSync('sh', ['-c', lines.join('\n')], { env: withKey, encoding: 'utf8' });
      expect(printed).toMatch(/^\{"job_id":"1"\}\n\{"status":"(ongoing|completed)"/);
      // Beside the running service, which the command finds by itself.
      expect(execFileSync('npm', ['run', '-s', 'keys', '--', 'list'], quietly)).toContain('admin');
    },
    TIMEOUT_MS,
  );

  describe('says in one sentence, and without a stack, that it cannot start because', () => {
    const expectSentence = async (launcher: Launcher, sentence: RegExp): Promise<void> => {
      const { code } = await launcher.exit;
      expect(code).toBe(1);
      expect(launcher.stderr).toMatch(sentence);
      expect(launcher.stderr.trim().split('\n')).toHaveLength(1);
    };

    it.each([
      ['PORT is no number', { PORT: 'abc' }, /PORT is "abc"/],
      ['a setting of the application is wrong', { IMAGES_IN_FLIGHT: 'x' }, /IMAGES_IN_FLIGHT .*"x"/],
      ['no database answers', { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }, /DATABASE_URL/],
    ])(
      '%s',
      async (_reason, env, sentence) => {
        const services = {
          DATABASE_URL: process.env.TEST_DATABASE_URL,
          REDIS_URL: process.env.TEST_REDIS_URL,
        };
        await expectSentence(new Launcher(await place(), { ...services, ...env }, 'node'), sentence);
      },
      TIMEOUT_MS,
    );

    it(
      'another program has the port',
      async () => {
        const at = await place();
        const other = createServer().listen(at.port, '127.0.0.1');
        await once(other, 'listening');
        try {
          await expectSentence(new Launcher(at, {}, 'node'), new RegExp(`PORT ${at.port} is already in use`));
        } finally {
          other.close();
        }
      },
      TIMEOUT_MS,
    );

    it(
      'the data belongs to another major version of Postgres',
      async () => {
        const at = await place();
        mkdirSync(join(at.dataDir, 'postgres'));
        writeFileSync(join(at.dataDir, 'postgres/PG_VERSION'), '17\n');
        await expectSentence(
          new Launcher(at, {}, 'node'),
          /PostgreSQL 17, but this program brings PostgreSQL 18/,
        );
      },
      TIMEOUT_MS,
    );
  });
});
