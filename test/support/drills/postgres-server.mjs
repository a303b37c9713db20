/**
 * The embedded Postgres alone, for a drill that restarts it: `node postgres-server.mjs <folder>` prints
 * its URL. Started again with the same folder it has the same data, port and password.
 */
import { ownDataDir } from '../../../scripts/lib/data-dir.mjs';
import { Lifetime } from '../../../scripts/lib/lifetime.mjs';
import { Progress } from '../../../scripts/lib/progress.mjs';
import { startServices } from '../../../scripts/lib/services.mjs';

const [dataDir] = process.argv.slice(2);

await new Lifetime().run(async (lifetime) => {
  const progress = new Progress(process.stderr);
  const records = await ownDataDir({ what: 'a drill', dataDir, lifetime, progress });
  const postgresFlags = ['fsync=off', 'full_page_writes=off'];
  // Any Redis URL keeps it from starting one.
  const redisUrl = 'redis://127.0.0.1:1';
  const { databaseUrl } = await startServices({
    dataDir,
    lifetime,
    progress,
    records,
    postgresFlags,
    redisUrl,
  });
  console.log(databaseUrl);
  await lifetime.ended;
});
