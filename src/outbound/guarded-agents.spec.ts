import { once } from 'node:events';
import http, { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AddressRules } from './address-rules.js';
import { guardedAgents, type Agents } from './guarded-agents.js';
import { AddressNotAllowedError } from './outbound.errors.js';

/** Only 127.0.0.1 is open; 127.0.0.2 stands for everything that must not be reached. */
const rules = new AddressRules(['127.0.0.1/32'], false);

let server: Server;
let sockets: number;
beforeEach(async () => {
  sockets = 0;
  server = createServer((_, answer) => answer.end('here')).on('connection', () => (sockets += 1));
  await once(server.listen(0), 'listening');
});
afterEach(async () => {
  server.closeAllConnections();
  await once(server.close(), 'close');
});

/** Name servers that answer differently each time; the last answer stays. */
function names(...answers: string[][]) {
  let asked = 0;
  return () => {
    const addresses = answers[Math.min(asked, answers.length - 1)] ?? [];
    asked += 1;
    return Promise.resolve(addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));
  };
}

function get({ httpAgent: agent }: Agents, hostname = 'images.example'): Promise<string> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    http
      .get({ hostname, port, agent }, (answer) => {
        const address = answer.socket.remoteAddress?.replace('::ffff:', '') ?? '';
        // The connection is free a moment after the end.
        answer.resume().on('end', () => setImmediate(resolve, address));
      })
      .on('error', reject);
  });
}

describe('guardedAgents', () => {
  it('connects to the address that was checked, and asks no second time for it', async () => {
    const rebinding = guardedAgents(rules, names(['127.0.0.1'], ['127.0.0.2']));
    await expect(get(rebinding)).resolves.toBe('127.0.0.1');
    expect(sockets).toBe(1);
    rebinding.httpAgent.destroy();
  });

  it('uses a connection again for the same name, and checks again for each new one', async () => {
    const rebinding = guardedAgents(rules, names(['127.0.0.1'], ['127.0.0.2']));
    await get(rebinding);
    await expect(get(rebinding)).resolves.toBe('127.0.0.1');
    expect(sockets).toBe(1);
    await expect(get(rebinding, 'other.example')).rejects.toBeInstanceOf(AddressNotAllowedError);
    rebinding.httpAgent.destroy();
    await expect(get(rebinding)).rejects.toBeInstanceOf(AddressNotAllowedError);
    expect(sockets).toBe(1);
  });

  it.each([
    [['127.0.0.2']],
    [['127.0.0.1', '127.0.0.2']],
    [['127.0.0.2', '127.0.0.1']],
    [['127.0.0.1', '::1']],
  ])('refuses a name that stands for %j', async (addresses) => {
    const agents = guardedAgents(rules, names(addresses));
    await expect(get(agents)).rejects.toBeInstanceOf(AddressNotAllowedError);
    expect(sockets).toBe(0);
  });

  it('refuses literal addresses where the connection is made, too', async () => {
    const agents = guardedAgents(rules);
    await expect(get(agents, '127.0.0.2')).rejects.toBeInstanceOf(AddressNotAllowedError);
    await expect(get(agents, '127.0.0.1')).resolves.toBe('127.0.0.1');
    agents.httpAgent.destroy();
  });
});
