/* global URLSearchParams */
import http from 'node:http';

/** Asks a process of the service about stores, over one connection that is kept open. */
export class StoreService {
  #agent = new http.Agent({ keepAlive: true });

  /** @param {{ client: { port: number } }} service of `scene.service` */
  constructor(service) {
    this.port = service.client.port;
  }

  /** @returns {Promise<{ id: string, score: number }[]>} */
  async search({ text, area }, limit = 10) {
    const query = new URLSearchParams({ q: text, limit: String(limit), ...(area && { area_code: area }) });
    const { stores } = await this.request('GET', `/api/stores/search?${query}`);
    return stores.map(({ store_id: id, score }) => ({ id, score }));
  }

  /** Loads a Store Master. @param {AsyncIterable<string> | Iterable<string>} lines of CSV, without line ends */
  async load(lines) {
    const answer = await this.request('POST', '/api/stores/imports', lines);
    if (answer.rejected > 0) throw new Error(`${answer.rejected} rows were rejected.`);
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

/** Stores as a Store Master. @param {Iterable<{ id: string, name: string, area: string }>} stores */
export function* masterLines(stores) {
  yield 'AreaCode,StoreName,StoreID';
  for (const { id, name, area } of stores) yield `${area},"${name.replaceAll('"', '""')}",${id}`;
}
