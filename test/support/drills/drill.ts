import { setTimeout as sleep } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { submit, visit, type StatusBody } from '../api.js';
import { findContradictions } from '../contradictions.js';
import { createTestDatabase, type TestDatabase } from '../database.js';
import { serveImages, type Handler, type ImageServer } from '../image-server.js';
import { photo } from '../pictures.js';
import { startService, type Service } from '../service.js';
import { addStores } from '../stack.js';
import { JobWatch } from './job-watch.js';
import { OwnRedis } from './own-redis.js';

/** Work goes on within this time by itself, whatever died. */
export const RESUME_MS = 15_000;

/** Every submit is answered within this time, also while Redis is away. */
export const SUBMIT_MS = 5_000;

/** `npm run test:drills` repeats and lengthens what every test run does once. */
export const LONG = process.env['DRILLS'] === 'long';

// Recovering takes its time, on a busy machine above all.
jest.setTimeout(LONG ? 600_000 : 180_000);

/** Small, so that a few hundred images keep a worker busy for some seconds. */
const IMAGES_IN_FLIGHT = 32;

/** What the checks of this file have found. A drill that is asked again does not make up for it. */
const broken: unknown[] = [];
afterAll(() => expect(broken).toEqual([]));

type Settings = Record<string, string>;

/** Images that a worker held at some moment, and when that was. */
export interface Held {
  readonly at: Date;
  readonly ranges: readonly { jobId: string; from: number; to: number }[];
}

/** A database, a Redis, an image host and processes of the service, each of which may be killed. */
export class Drill {
  private readonly services: Service[] = [];
  private readonly watch: JobWatch;
  private over = false;

  private constructor(
    readonly database: TestDatabase,
    readonly redis: OwnRedis,
    readonly host: ImageServer,
    /** Answers, or holds back, what is asked for under `/held.jpg`. */
    readonly held: HeldAnswers,
  ) {
    this.watch = new JobWatch(database.dataSource);
  }

  /** @param databaseServer where to make the database; the one of the test run if not given */
  static async begin(databaseServer?: string): Promise<Drill> {
    Logger.overrideLogger(false); // of the drill's own database connections, which it breaks itself
    const image = await photo(64, 48).jpeg().toBuffer();
    const held = new HeldAnswers(image);
    const [database, redis, host] = await Promise.all([
      createTestDatabase(databaseServer),
      OwnRedis.start(),
      serveImages({ '/a.jpg': image, '/crash-worker.jpg': image, '/held.jpg': held.answer }),
    ]);
    await addStores(database);
    return new Drill(database, redis, host, held);
  }

  /** Starts a process of the service; images take 0.1 to 0.4 s, as in production. */
  async start(role: 'api' | 'worker' | 'all', extra: Settings = {}): Promise<Service> {
    if (this.over) throw new Error('The drill is over.');
    const service = await startService({
      ROLE: role,
      DATABASE_URL: this.database.url,
      REDIS_URL: this.redis.url,
      FETCH_ALLOW_PRIVATE: 'true',
      IMAGES_IN_FLIGHT: String(IMAGES_IN_FLIGHT),
      ...extra,
    });
    this.services.push(service);
    return service;
  }

  urls(count: number, path = '/a.jpg'): string[] {
    return Array.from({ length: count }, (_, n) => `${this.host.url}${path}?${n}`);
  }

  /** Requests the image host has had. */
  get requests(): number {
    return [...this.host.requests.values()].reduce((sum, count) => sum + count, 0);
  }

  /** @returns the job's id */
  submit(api: Service, images: number, extra: object = {}): Promise<string> {
    return submit(api.url, [visit('RP00001', ...this.urls(images))], extra);
  }

  /**
   * Asks again and again until there is an answer.
   *
   * @throws when the drill has ended meanwhile, as it does when it takes too long
   */
  async until<T>(
    ask: () => Promise<T | undefined | false> | T | undefined | false,
    pauseMs = 20,
  ): Promise<T> {
    while (!this.over) {
      const answer = await ask();
      if (answer !== undefined && answer !== false) return answer;
      await sleep(pauseMs);
    }
    throw new Error('The drill is over.');
  }

  /** A job as the API tells it; asked again while the API or the database is away. */
  status(api: Service, jobId: string): Promise<StatusBody> {
    const ask = () =>
      fetch(`${api.url}/api/status?jobid=${jobId}`).then(
        (answer) => (answer.ok ? (answer.json() as Promise<StatusBody>) : undefined),
        () => undefined,
      );
    return this.until(ask, 100);
  }

  async untilProcessed(api: Service, jobId: string, images: number): Promise<void> {
    await this.until(async () => (await this.status(api, jobId)).progress.processed >= images);
  }

  async untilSettled(api: Service, jobId: string): Promise<StatusBody> {
    return this.until(async () => {
      const status = await this.status(api, jobId);
      return status.status !== 'ongoing' && status;
    }, 50);
  }

  /** What the process has claimed right now. */
  async heldBy(worker: Service): Promise<Held> {
    const ranges = await this.database.dataSource.query<Held['ranges']>(
      `SELECT job_id AS "jobId", from_idx AS "from", to_idx AS "to" FROM leases
       WHERE worker_id IN (SELECT id FROM workers WHERE pid = $1)`,
      [worker.process.pid],
    );
    return { at: new Date(), ranges };
  }

  /** kill -9. @returns what it held when it died */
  async kill(worker: Service): Promise<Held> {
    const held = await this.heldBy(worker);
    await worker.stop('SIGKILL');
    return { ...held, at: new Date() };
  }

  /**
   * When the images that were held then got their results from somebody else, in milliseconds after that
   * moment; Infinity while none has.
   */
  async resumption({ at, ranges }: Held): Promise<{ firstMs: number; lastMs: number; images: number }> {
    const [row] = await this.database.dataSource.query<
      [{ first: Date | null; last: Date | null; images: number }]
    >(
      `SELECT min(recorded_at) AS first, max(recorded_at) AS last, count(*)::int AS images
       FROM image_results r JOIN unnest($1::bigint[], $2::int[], $3::int[]) AS held (job_id, start, stop)
         ON r.job_id = held.job_id AND r.idx >= held.start AND r.idx < held.stop
       WHERE recorded_at > $4`,
      [ranges.map(({ jobId }) => jobId), ranges.map(({ from }) => from), ranges.map(({ to }) => to), at],
    );
    const after = (moment: Date | null) => (moment ? moment.getTime() - at.getTime() : Infinity);
    return { firstMs: after(row.first), lastMs: after(row.last), images: row.images };
  }

  /** Nothing was lost, doubled or changed after its end. Every job has to be settled by now. */
  async check(): Promise<void> {
    const found = await findContradictions(this.database.dataSource, { ended: true });
    broken.push(...this.watch.violations, ...found);
    expect(broken).toEqual([]);
  }

  async end(): Promise<void> {
    this.over = true;
    await this.watch.stop();
    await Promise.all(this.services.map((service) => service.stop('SIGKILL')));
    await Promise.all([this.redis.kill(), this.host.stop(), this.database.drop()]);
  }
}

/** A host that keeps everyone waiting until it is told to answer. */
export class HeldAnswers {
  private waiting: (() => void)[] = [];
  private open = false;

  constructor(private readonly image: Buffer) {}

  readonly answer: Handler = (_request, response) => {
    const send = () => response.writeHead(200).end(this.image);
    if (this.open) send();
    else this.waiting.push(send);
  };

  release(): void {
    this.open = true;
    for (const send of this.waiting) send();
    this.waiting = [];
  }
}

/** Figures of a drill, for people. */
export function report(text: string): void {
  process.stderr.write(`  drill: ${text}\n`);
}

export const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;
