import type { Command } from './command.js';

const CALL = 'npm run smp --';

/** What there is, one line each. */
export function overview(commands: readonly Command[]): string {
  return [
    `Usage: ${CALL} <command> [options]`,
    '',
    ...columns(commands.map((command) => [usage(command), command.summary])),
    '',
    ...columns([
      ['SMP_URL', 'where the service is (http://localhost:8081)'],
      ['SMP_KEY', 'API key, where the service asks for one'],
    ]),
    '',
    'Exit code 0: done, or with --wait every image measured; 1: images failed or were cancelled; 2: it could not be done.',
    `More of a command: ${CALL} <command> --help`,
  ].join('\n');
}

/** All of one command. */
export function helpOf(command: Command): string {
  const options = Object.entries(command.options).map(([name, { value, short, about }]): [string, string] => [
    `${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` <${value}>`}`,
    about,
  ]);
  return [
    `Usage: ${CALL} ${usage(command)}${options.length > 0 ? ' [options]' : ''}`,
    '',
    command.summary,
    ...(command.detail ? ['', command.detail] : []),
    ...(options.length > 0 ? ['', ...columns(options)] : []),
    '',
    'Examples:',
    ...command.examples.map((example) => `  ${CALL} ${example}`),
  ].join('\n');
}

function usage({ name, places }: Command): string {
  return [name, ...places.map((place) => `<${place}>`)].join(' ');
}

function columns(rows: readonly (readonly [left: string, right: string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
