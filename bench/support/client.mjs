import http from 'node:http';

const STORE_IDS = ['RP00001']; // the first store of the Store Master that is shipped
const VISIT_TIME = '2026-03-01T09:30:00Z';

/**
 * The body of a submit, ready to send.
 *
 * @param {string[][]} visits image URLs of each visit
 * @param {string[]} [storeIds] stores that are visited in turns
 */
export function submitBody(visits, storeIds = STORE_IDS) {
  const storeOf = (visitNo) => storeIds[visitNo % storeIds.length];
  const list = visits.map((urls, n) => ({ store_id: storeOf(n), image_url: urls, visit_time: VISIT_TIME }));
  return Buffer.from(JSON.stringify({ count: list.length, visits: list }));
}

/** Talks to the service over one connection that is kept open, as an app does. */
export class Client {
  #agent = new http.Agent({ keepAlive: true });

  constructor(port) {
    this.port = port;
  }

  /** @param {Buffer} body of `submitBody` @returns {Promise<string>} the job's id */
  async submit(body) {
    const headers = { 'Content-Type': 'application/json', 'Content-Length': body.length };
    const { job_id: jobId } = await this.#request('POST', '/api/submit', { headers, body });
    return jobId;
  }

  status(jobId) {
    return this.#request('GET', `/api/status?jobid=${jobId}`);
  }

  /** The newest jobs, as a dashboard shows them. */
  list() {
    return this.#request('GET', '/api/jobs');
  }

  /** Puts rules in force, in place of those that are. */
  async setRules(rules) {
    const { version } = await this.#request('GET', '/api/rules');
    const body = Buffer.from(JSON.stringify({ based_on: version, rules }));
    const headers = { 'Content-Type': 'application/json', 'Content-Length': body.length };
    await this.#request('PUT', '/api/rules', { headers, body });
  }

  /** Reads an answer to its end without looking at it. @returns {Promise<number>} its bytes */
  download(path) {
    return new Promise((resolve, reject) => {
      const request = http.request({ port: this.port, host: '127.0.0.1', agent: false, path }, (response) => {
        let bytes = 0;
        response.on('data', (chunk) => (bytes += chunk.length));
        response.on('end', () => resolve(bytes)).on('error', reject);
      });
      request.on('error', reject).end();
    });
  }

  #request(method, path, { headers, body } = {}) {
    return new Promise((resolve, reject) => {
      const options = { port: this.port, host: '127.0.0.1', agent: this.#agent, method, path, headers };
      const request = http.request(options, async (response) => {
        const chunks = [];
        for await (const chunk of response) chunks.push(chunk);
        const text = Buffer.concat(chunks).toString();
        if (response.statusCode >= 400)
          reject(new Error(`${method} ${path}: ${response.statusCode} ${text}`));
        else resolve(JSON.parse(text));
      });
      request.on('error', reject);
      request.end(body);
    });
  }
}
