import { createServer } from 'node:net';
import { UserError } from './errors.mjs';

/**
 * A free loopback port, the preferred one if it is free: a service that keeps
 * its port between starts keeps other tools' bookmarks working.
 *
 * @param {number | undefined} preferred
 * @returns {Promise<number>}
 */
export async function freePort(preferred) {
  if (preferred && (await portIsFree(preferred))) return preferred;
  return (await listenOnce('127.0.0.1', 0)).port;
}

/** @param {number} port on 127.0.0.1 */
export async function portIsFree(port) {
  return (await listenOnce('127.0.0.1', port)).error === undefined;
}

/**
 * Ends with one sentence when the application could not listen. ::1 is tried as
 * well: whoever listens there gets the visitors of http://localhost.
 *
 * @param {string} host
 * @param {number} port
 */
export async function assertPortFree(host, port) {
  for (const address of new Set([host, '::1'])) {
    const { error } = await listenOnce(address, port);
    if (error === 'EADDRINUSE') {
      throw new UserError(
        `PORT ${port} is already in use by another program: stop that, or choose another, for example PORT=${port === 65_535 ? 8081 : port + 1}.`,
      );
    }
    if (error === 'EACCES') {
      throw new UserError(`PORT ${port} may not be used by this user: choose one above 1023.`);
    }
  }
}

/** Listens for a moment. @returns {Promise<{ port?: number, error?: string }>} */
function listenOnce(host, port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', ({ code }) => resolve({ error: code }));
    server.listen({ host, port, exclusive: true }, () => {
      const taken = server.address().port;
      server.close(() => resolve({ port: taken }));
    });
  });
}
