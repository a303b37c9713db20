import { spawnSync } from 'node:child_process';
import { UserError } from '../errors.mjs';

/**
 * How Postgres programs are run: words before the command, spawn options, and
 * who has to own the data.
 *
 * @typedef {{ prefix: string[], ids: { uid?: number, gid?: number }, owner: { uid: number, gid: number } }} PostgresAccount
 */

/**
 * Postgres refuses to run as root, so root runs it as an account without rights.
 * That account may be unable to reach the clone (`mktemp -d`, a root home:
 * 0700), hence three ways, each tried before it is chosen:
 *
 * 1. plainly as that account;
 * 2. as that account with the one capability to pass closed folders. Without
 *    `no_setuid_fixup` access(2), which Postgres asks first, would ignore it;
 * 3. in a user namespace in which root has that account's number.
 *
 * @param {{ postgres: string, dataDir: string }} paths both have to be reachable
 * @returns {PostgresAccount}
 */
export function postgresAccount({ postgres, dataDir }) {
  const own = { uid: process.getuid(), gid: process.getgid() };
  if (own.uid !== 0) return { prefix: [], ids: {}, owner: own };
  const account = lookUp('postgres') ?? lookUp('nobody');
  const found = account && waysFor(account, own).find((way) => reaches(way, postgres, dataDir));
  if (found) return found;
  throw new UserError(
    `Postgres does not run as root, and no other account can reach ${dataDir}: start as a normal user, ` +
      'or move the clone to a folder that others may enter (chmod o+x), or set DATABASE_URL.',
  );
}

/** initdb asks for the account's name, so it has to be in the user database. */
function lookUp(name) {
  const [uid, gid] = ['-u', '-g'].map((flag) => {
    const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' });
    return status === 0 ? Number(stdout) : NaN;
  });
  return Number.isInteger(uid) && Number.isInteger(gid) ? { uid, gid } : undefined;
}

/** @returns {PostgresAccount[]} */
function waysFor({ uid, gid }, root) {
  const setpriv = [
    'setpriv',
    `--reuid=${uid}`,
    `--regid=${gid}`,
    '--clear-groups',
    '--securebits=+no_setuid_fixup',
  ];
  const unshare = ['unshare', '--user', `--map-user=${uid}`, `--map-group=${gid}`];
  return [
    { prefix: [], ids: { uid, gid }, owner: { uid, gid } },
    // The smaller capability first; containers usually have only the second.
    ...['dac_read_search', 'dac_override'].map((capability) => ({
      prefix: [...setpriv, `--inh-caps=+${capability}`, `--ambient-caps=+${capability}`],
      ids: {},
      owner: { uid, gid },
    })),
    { prefix: unshare, ids: {}, owner: root },
  ];
}

function reaches({ prefix, ids }, postgres, dataDir) {
  const [command, ...args] = [...prefix, 'sh', '-c', 'test -x "$1" && cd "$2" && "$1" --version', 'sh'];
  const { status } = spawnSync(command, [...args, postgres, dataDir], { ...ids, cwd: '/', stdio: 'ignore' });
  return status === 0;
}
