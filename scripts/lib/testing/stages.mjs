import { UserError } from '../errors.mjs';

/**
 * What `npm test` runs, in this order: what is quick and most often wrong first.
 *
 * `jest` names a project of the Jest configuration; `services` and `browser` say
 * what has to be there.
 */
export const STAGES = [
  { name: 'format', command: ['prettier', '--check', '.'] },
  { name: 'lint', command: ['eslint', '.'] },
  { name: 'types', command: ['tsc', '--noEmit'] },
  { name: 'unit', jest: true },
  { name: 'integration', jest: true, services: true },
  { name: 'e2e', jest: true, services: true, browser: true },
];

/** @param {string[]} names none: all */
export function pickStages(names) {
  const known = STAGES.map(({ name }) => name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown) throw new UserError(`There is no test stage "${unknown}"; there are ${known.join(', ')}.`);
  return STAGES.filter(({ name }) => names.length === 0 || names.includes(name));
}
