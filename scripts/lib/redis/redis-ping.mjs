import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 40;

/**
 * Waits until Redis answers PONG, which it does not while it still loads its
 * append-only file. Spoken by hand: no client is installed on a fresh clone.
 *
 * @param {{ port: number, password: string }} server
 * @param {AbortSignal} signal
 */
export async function untilRedisAnswers(server, signal) {
  while (!(await pings(server))) {
    signal.throwIfAborted();
    await sleep(POLL_MS);
  }
}

function pings({ port, password }) {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    let answer = '';
    const end = () => {
      resolve(answer.includes('+PONG'));
      socket.destroy();
    };
    socket.setTimeout(1000, end);
    socket.once('error', end);
    socket.once('close', end);
    socket.on('data', (chunk) => {
      answer += chunk.toString();
      if (answer.split('\r\n').length > 2) end(); // both commands are answered
    });
    socket.write(`AUTH ${password}\r\nPING\r\n`);
  });
}
