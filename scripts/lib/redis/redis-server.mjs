import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../errors.mjs';
import { freePort, portIsFree } from '../ports.mjs';
import { writePrivate } from '../private-file.mjs';
import { secretIn } from '../secret.mjs';
import { spawnService } from '../spawn-service.mjs';
import { ChildEnded, SupervisedChild } from '../supervised-child.mjs';
import { untilRedisAnswers } from './redis-ping.mjs';

/**
 * Starts Redis with its data in DATA_DIR/redis: loopback only, with a password,
 * every write in the append-only file, and no key ever evicted (Bull's keys are
 * no cache).
 *
 * @param {import('../services.mjs').ServiceContext} context
 * @param {string} program
 * @returns {Promise<string>} its URL
 */
export async function startRedis(context, program) {
  const { dataDir, lifetime, progress } = context;
  const log = join(dataDir, 'redis.log');
  let port = context.lastPorts.redis;
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    port = await freePort(port);
    const password = secretIn(join(dataDir, 'redis.password'));
    const child = redisChild(context, { program, port, password, log });
    lifetime.onEnd(() => child.stop());
    try {
      await child.start();
      return `redis://:${password}@127.0.0.1:${port}`;
    } catch (error) {
      lifetime.signal.throwIfAborted();
      if (!(error instanceof ChildEnded)) throw error;
      // Either another program was quicker to take the port, or the files cannot be loaded.
      if (await portIsFree(port)) beginEmpty(dataDir, `${error.message}, see ${log}`, progress);
    }
  }
  throw new UserError(`Redis does not start; its log ${log} says why.`);
}

function redisChild({ dataDir, lifetime, records, progress }, { program, port, password, log }) {
  const config = join(dataDir, 'redis.conf');
  return new SupervisedChild({
    name: 'redis',
    launch: () => {
      mkdirSync(join(dataDir, 'redis'), { recursive: true });
      writePrivate(config, configText({ dataDir, port, password }));
      return spawnService(program, [config], { log });
    },
    ready: (_child, gone) => untilRedisAnswers({ port, password }, gone),
    lifetime,
    records,
    progress,
  });
}

/** Redis holds nothing that Postgres could not give again: files it cannot load must not stop the start. */
function beginEmpty(dataDir, reason, progress) {
  const aside = join(dataDir, `redis.unreadable-${Date.now()}`);
  renameSync(join(dataDir, 'redis'), aside);
  progress.line(`${reason}; trying again without its old files (now in ${aside})`);
}

function configText({ dataDir, port, password }) {
  return [
    'bind 127.0.0.1',
    `port ${port}`,
    `requirepass ${password}`,
    `dir ${JSON.stringify(join(dataDir, 'redis'))}`,
    'daemonize no',
    'appendonly yes',
    'save ""',
    'maxmemory-policy noeviction',
    '',
  ].join('\n');
}
