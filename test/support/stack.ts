import { createTestDatabase, type TestDatabase } from './database.js';
import { emptyRedis } from './redis.js';
import { startService, type Service } from './service.js';

/** A database, a Redis and processes of the service for one test file. */
export interface Stack {
  readonly database: TestDatabase;
  readonly env: Record<string, string>;
  /** Starts another process on the same database and Redis. */
  start(extra?: Record<string, string>): Promise<Service>;
  /** Ends the processes, and keeps the database. */
  endServices(): Promise<void>;
  stop(): Promise<void>;
}

/** Image addresses on loopback are allowed, and the GPU is quick, unless a test says otherwise. */
export async function startStack(): Promise<Stack> {
  const database = await createTestDatabase();
  const env = {
    DATABASE_URL: database.url,
    REDIS_URL: await emptyRedis(),
    FETCH_ALLOW_PRIVATE: 'true',
    GPU_SLEEP_MIN_MS: '5',
    GPU_SLEEP_MAX_MS: '20',
  };
  const services: Service[] = [];
  const endServices = async () => {
    await Promise.all(services.splice(0).map((service) => service.stop()));
  };
  return {
    database,
    env,
    start: async (extra = {}) => {
      const service = await startService({ ...env, ...extra });
      services.push(service);
      return service;
    },
    endServices,
    stop: async () => {
      await endServices();
      await database.drop();
    },
  };
}

/** Stores RP00001 and up, without the CSV. */
export async function addStores(
  { dataSource }: TestDatabase,
  count = 100,
  areaCode = '7100015',
): Promise<void> {
  await dataSource.query(
    `INSERT INTO stores (id, name, area_code)
     SELECT 'RP' || lpad(n::text, 5, '0'), 'STORE ' || n, $2 FROM generate_series(1, $1::int) AS n
     ON CONFLICT DO NOTHING`,
    [count, areaCode],
  );
}
