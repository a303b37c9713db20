import { UserError } from '../errors.mjs';

/**
 * What `npm test` runs, in this order: what is quick and most often wrong first.
 *
 * `jest`: the stage is a project of the Jest configuration, its own or the one named. `services`, `redis` (a Redis program
 * for tests that kill theirs) and `browser` say what has to be there. `onRequest`: only when it is asked for by name.
 */
export const STAGES = [
  { name: 'format', command: ['prettier', '--check', '.'] },
  { name: 'lint', command: ['eslint', '.'] },
  { name: 'types', command: ['tsc', '--noEmit'] },
  { name: 'web-types', command: ['tsc', '--noEmit', '-p', 'web'] },
  { name: 'unit', jest: true },
  { name: 'integration', jest: true, services: true },
  { name: 'e2e', jest: true, services: true, browser: true },
  { name: 'drills', jest: true, services: true, redis: true },
  {
    name: 'long-drills',
    jest: 'drills',
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
