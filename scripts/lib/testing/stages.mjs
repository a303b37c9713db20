import { UserError } from '../errors.mjs';

/** More would only wait for each other. */
const COMPUTING = 2;
/** Half of the time these wait for processes, leases and pages. */
const WAITING = 3;

/**
 * What `npm test` runs, in this order: what is quick and most often wrong first.
 *
 * `jest`: the stage is a project of the Jest configuration, its own or the one named. `services`, `redis` (a Redis program
 * for tests that kill theirs) and `browser` say what has to be there. `onRequest`: only when it is asked for by name.
 * Those with a `command` only read, with one core each, and run at once.
 * `workers`: how many test files run at once, on two cores.
 */
export const STAGES = [
  { name: 'format', command: ['prettier', '--check', '.'] },
  { name: 'lint', command: ['eslint', '.'] },
  { name: 'types', command: ['tsc', '--noEmit'] },
  { name: 'web-types', command: ['tsc', '--noEmit', '-p', 'web'] },
  { name: 'unit', jest: true, workers: COMPUTING },
  { name: 'integration', jest: true, workers: COMPUTING, services: true },
  { name: 'e2e', jest: true, workers: WAITING, services: true, browser: true },
  { name: 'drills', jest: true, workers: WAITING, services: true, redis: true },
  {
    name: 'long-drills',
    jest: 'drills',
    workers: COMPUTING,
    services: true,
    redis: true,
    onRequest: true,
    env: { DRILLS: 'long' },
  },
];

/** @param {string[]} names none: all */
export function pickStages(names) {
  const known = STAGES.map(({ name }) => name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown) throw new UserError(`There is no test stage "${unknown}"; there are ${known.join(', ')}.`);
  return STAGES.filter(({ name, onRequest }) => (names.length === 0 ? !onRequest : names.includes(name)));
}
