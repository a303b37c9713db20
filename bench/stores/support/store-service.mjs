/* global URLSearchParams, performance */
import http from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { timed } from '../../support/turns.mjs';

/** Between two looks whether all stores are found. */
const LOOK_MS = 500;

/** Asks a process of the service about stores, over one connection that is kept open. */
export class StoreService {
  #agent = new http.Agent({ keepAlive: true });

  /**
   * A process that knows no store yet. It seeds itself when it starts, so it is emptied afterwards.
   *
   * @param {import('../../support/scene.mjs').Scene} scene
   */
  static async start(scene) {
    const database = await scene.database();
    const { client } = await scene.service(database, { role: 'api' });
    await database.query('TRUNCATE stores, store_names, store_words CASCADE');
    return new StoreService(database, client.port);
  }

  constructor(database, port) {
    this.database = database;
    this.port = port;
  }

  /** @returns {Promise<{ id: string, name: string, score: number }[]>} */
  async search({ text, area }, limit = 10) {
    const query = new URLSearchParams({ q: text, limit: String(limit), ...(area && { area_code: area }) });
    const { stores } = await this.request('GET', `/api/stores/search?${query}`);
    return stores.map(({ store_id: id, store_name: name, score }) => ({ id, name, score }));
  }

  /**
   * Loads a Store Master, and waits until all of it is found.
   *
   * @param {{ id: string, name: string, area: string }[]} stores
   * @returns {Promise<{ loadMs: number, findMs: number }>} both from the beginning
   */
  async load(stores) {
    const begun = performance.now();
    const loadMs = await timed(() => this.request('POST', '/api/stores/imports', masterLines(stores)));
    while (!(await this.request('GET', '/api/stores/search?q=store')).is_complete) await pause(LOOK_MS);
    const findMs = performance.now() - begun;
    const { rows } = await this.database.query('SELECT count(*)::int AS known FROM stores');
    const [{ known }] = rows;
    if (known !== stores.length) throw new Error(`${known} stores are known, not ${stores.length}.`);
    await this.database.query('VACUUM ANALYZE');
    return { loadMs, findMs };
  }

  request(method, path, lines) {
    return new Promise((resolve, reject) => {
      const headers = lines ? { 'Content-Type': 'text/csv' } : {};
      const options = { port: this.port, host: '127.0.0.1', agent: this.#agent, method, path, headers };
      const request = http.request(options, async (response) => {
        const chunks = [];
        for await (const chunk of response) chunks.push(chunk);
        const text = Buffer.concat(chunks).toString();
        if (response.statusCode < 400) resolve(JSON.parse(text));
        else reject(new Error(`${method} ${path}: ${response.statusCode} ${text.slice(0, 500)}`));
      });
      request.on('error', reject);
      if (lines) send(lines, request).catch(reject);
      else request.end();
    });
  }
}

async function send(lines, request) {
  let piece = '';
  for await (const line of lines) {
    piece += `${line}\n`;
    if (piece.length < 65_536) continue;
    if (!request.write(piece)) await new Promise((done) => request.once('drain', done));
    piece = '';
  }
  request.end(piece);
}

/** A Store Master as CSV. */
function* masterLines(stores) {
  yield 'AreaCode,StoreName,StoreID';
  for (const { id, name, area } of stores) yield `${area},"${name.replaceAll('"', '""')}",${id}`;
}
