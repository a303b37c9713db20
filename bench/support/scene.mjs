import { Redis } from 'ioredis';
import { Database } from './database.mjs';
import { startLoop } from './loop.mjs';
import { startService } from './service.mjs';

/** What one figure works with: databases, processes of the service, and loops to compare them with. */
export class Scene {
  #open = [];

  /** @param {import('./stage.mjs').Stage} stage */
  constructor(stage) {
    this.stage = stage;
    this.imageHost = stage.imageHost;
    /** Of Postgres and Redis; their share of the work counts as ours. */
    this.servicePids = stage.servicePids;
  }

  /** A database of its own, as after the first start. @returns {Promise<Database>} */
  async database() {
    const url = await this.stage.newDatabase();
    const database = await Database.connect(url);
    this.#open.push(async () => {
      await database.end();
      await this.stage.dropDatabase(url);
    });
    return database;
  }

  /**
   * A process of the service; all that share a database are one installation.
   *
   * @param {Database} database
   * @param {{ role?: string, env?: NodeJS.ProcessEnv, preload?: string }} [options] default settings unless told
   */
  async service(database, options = {}) {
    database.redisNumber ??= await this.#emptyRedis();
    const redisUrl = `${this.stage.urls.redisUrl}/${database.redisNumber}`;
    const where = { databaseUrl: database.url, redisUrl, ...options };
    const service = await startService(where, this.stage.lifetime);
    service.database = database;
    this.#open.push(() => service.stop('SIGKILL'));
    return service;
  }

  /** A process that only downloads and measures. @param {string} kind a file of bench/loops */
  async loop(kind, env = {}) {
    const loop = await startLoop(kind, env, this.stage.lifetime);
    this.#open.push(() => loop.stop('SIGKILL'));
    return loop;
  }

  async close() {
    for (const end of this.#open.reverse()) await end();
  }

  /** Redis has 16 numbered databases; more installations than that have never run at once. */
  async #emptyRedis() {
    const number = (this.stage.redisNumber = ((this.stage.redisNumber ?? 0) + 1) % 16);
    const redis = new Redis(`${this.stage.urls.redisUrl}/${number}`);
    await redis.flushdb().finally(() => redis.disconnect());
    return number;
  }
}
