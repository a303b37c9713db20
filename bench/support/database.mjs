import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** A figure's own database, read from outside of the service. */
export class Database extends pg.Client {
  /** @returns {Promise<Database>} */
  static async connect(url) {
    const database = new Database({ connectionString: url });
    database.url = url;
    await database.connect();
    return database;
  }

  /**
   * Waits until every image of a job has its result, and checks that all of them were measured: a service
   * that fails quickly would look fast.
   *
   * @param {number} pollMs how often to look; a look costs the database about 0.1 ms
   */
  async settled(jobId, pollMs) {
    for (;;) {
      const { rows } = await this.query({
        name: 'settled',
        text: 'SELECT total, processed, settled_at FROM jobs WHERE id = $1',
        values: [jobId],
      });
      const [{ total, processed, settled_at: settledAt }] = rows;
      if (settledAt && processed !== total)
        throw new Error(`Job ${jobId}: ${total - processed} images failed.`);
      if (settledAt) return;
      await sleep(pollMs);
    }
  }

  /** How long a job's images slept in the simulated GPU, on average, ms. */
  async meanSleepMs(jobId) {
    const { rows } = await this.query(
      'SELECT avg(simulate_ms)::float8 AS ms FROM image_results WHERE job_id = $1',
      [jobId],
    );
    return rows[0].ms;
  }
}
