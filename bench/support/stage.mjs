import pg from 'pg';
import { ownDataDir } from '../../scripts/lib/data-dir.mjs';
import { startServices } from '../../scripts/lib/services.mjs';
import { makeScratchFolder } from '../../scripts/lib/testing/scratch-folder.mjs';
import { startImageHost } from './image-host.mjs';
import { makePictures } from './pictures.mjs';
import { Scene } from './scene.mjs';
import { startService } from './service.mjs';

/** The database that every figure's own one is a copy of: migrated, with the Store Master. */
const TEMPLATE = 'smp';

/** What all figures share: Postgres, Redis, and a host of images, each in processes of its own. */
export class Stage {
  /** @param {{ suite: import('../bench.mjs').Suite }} context */
  static async open({ lifetime, progress, redisProgram, suite, turns, turnMs }) {
    const { folder, dataDir } = await makeScratchFolder(lifetime, progress);
    const records = await ownDataDir({ what: suite.command, dataDir, lifetime, progress });
    const urls = await startServices({ dataDir, lifetime, progress, records, redisProgram });
    const servicePids = ['postgres', 'redis'].map((name) => records.alive(name).pid);
    const stage = new Stage({ lifetime, progress, urls, servicePids, turns, turnMs });
    await progress.step('Preparing what is measured with', async () => {
      if (suite.withImages)
        stage.imageHost = await startImageHost(await makePictures(folder), folder, lifetime);
      const seeding = await startService({ ...urls, role: 'api' }, lifetime);
      await seeding.stop();
    });
    return stage;
  }

  constructor(context) {
    Object.assign(this, context);
    this.copies = 0;
  }

  /** Plays one figure: it gets a scene to itself, whose processes end with it. */
  async play(name, measure) {
    const { turns, turnMs, progress } = this;
    const scene = new Scene(this);
    try {
      const rows = await measure({ scene, turns, turnMs, say: (text) => progress.line(`  ${text}`) });
      return rows.map((row) => ({ group: name, ...row }));
    } finally {
      await scene.close();
    }
  }

  /** A fresh copy of the seeded database. @returns {Promise<string>} its URL */
  async newDatabase() {
    const name = `bench_${(this.copies += 1)}`;
    await this.administrate(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
    return this.urlOf(name);
  }

  async dropDatabase(url) {
    await this.administrate(`DROP DATABASE ${new URL(url).pathname.slice(1)} WITH (FORCE)`);
  }

  /** Runs a statement that no database it is about may be connected for. */
  async administrate(statement) {
    const client = new pg.Client({ connectionString: this.urlOf('postgres') });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  }

  urlOf(database) {
    return Object.assign(new URL(this.urls.databaseUrl), { pathname: `/${database}` }).href;
  }
}
