import { spawnSync } from 'node:child_process';
import { findExecutable } from './executables.mjs';
import { runSetupStep } from './setup-step.mjs';

/** How each package manager installs without asking; `names` where a package is called otherwise. */
const MANAGERS = [
  {
    tool: 'apt-get',
    commands: (name) => [
      ['apt-get', 'update'],
      ['apt-get', 'install', '-y', '--no-install-recommends', name],
    ],
    names: { redis: 'redis-server' },
  },
  { tool: 'dnf', commands: (name) => [['dnf', 'install', '-y', name]], names: {} },
  { tool: 'apk', commands: (name) => [['apk', 'add', name]], names: {} },
  {
    tool: 'pacman',
    commands: (name) => [['pacman', '-Sy', '--noconfirm', name]],
    names: { redis: 'valkey' },
  },
  { tool: 'brew', asUser: true, commands: (name) => [['brew', 'install', name]], names: {} },
];

/**
 * Installs a package with the system's package manager where that needs no
 * question: as root, with a sudo that asks nothing, or with brew as the user.
 *
 * @param {string} name
 * @param {import('./setup.mjs').SetupContext} context
 * @returns {Promise<boolean>} false when there is no such way, or it failed (it has said why)
 */
export async function installSystemPackage(name, context) {
  const manager = MANAGERS.find((each) => findExecutable([each.tool]) && privilege(each));
  if (!manager) return false;
  const prefix = privilege(manager);
  const called = manager.names[name] ?? name;
  const [install, ...before] = manager.commands(called).reverse();
  const work = async () => {
    // A list that cannot be refreshed (one dead mirror of many) need not keep the package away.
    for (const command of before) await runPrivileged([...prefix, ...command], context).catch(tell);
    await runPrivileged([...prefix, ...install], context);
  };
  const tell = (error) => {
    context.signal.throwIfAborted();
    context.progress.line(error.message);
    return false;
  };
  try {
    await context.progress.step(`Installing the system package ${called} (${manager.tool})`, work);
    return true;
  } catch (error) {
    return tell(error);
  }
}

/** What to put before a command, or undefined when it would need a question. */
function privilege({ asUser }) {
  const root = process.getuid() === 0;
  if (asUser) return root ? undefined : [];
  if (root) return ['env', 'DEBIAN_FRONTEND=noninteractive'];
  const silent = spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0;
  return silent ? ['sudo', '-n', 'env', 'DEBIAN_FRONTEND=noninteractive'] : undefined;
}

async function runPrivileged([command, ...args], { signal, output }) {
  await runSetupStep({ command, args, signal, output, failure: 'The package manager failed' });
}
