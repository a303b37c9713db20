import { ApiError } from '../web/src/api/api-error.js';
import { Arguments } from './arguments.js';
import { COMMANDS } from './commands.js';
import { connect } from './connect.js';
import { EXIT, Problem, UsageProblem } from './exit.js';
import { helpOf, overview } from './help.js';
import { ServiceAway } from './patient-fetch.js';
import { readSettings } from './settings.js';

const print = (line: string) => void process.stdout.write(`${line}\n`);
const tell = (line: string) => void process.stderr.write(`${line}\n`);

/** @param words the command and what belongs to it @returns the exit code */
async function main([name = '', ...words]: string[]): Promise<number> {
  if (['', 'help', '--help', '-h'].includes(name)) {
    print(overview(COMMANDS));
    return name === '' ? EXIT.problem : EXIT.good;
  }
  const command = COMMANDS.find((one) => one.name === name);
  if (!command) throw new UsageProblem(`There is no command "${name}".`);
  if (words.some((word) => ['--help', '-h'].includes(word))) {
    print(helpOf(command));
    return EXIT.good;
  }
  const given = Arguments.parse(command, words);
  const settings = readSettings();
  return command.run(given, { settings, api: connect(settings, tell), print, tell });
}

/** A sentence for people; a trace only for what should never happen. */
function explain(error: unknown): string {
  if (error instanceof UsageProblem) return `${error.message} See: npm run smp -- --help`;
  if (error instanceof ServiceAway) return `${error.message} SMP_URL says where the service is.`;
  if (error instanceof Problem) return error.message;
  if (!(error instanceof ApiError)) return (error as Error).stack ?? String(error);
  if (error.status === 401) return `${error.message} Set SMP_KEY to an API key of the service.`;
  return error.message;
}

// Whoever reads may have seen enough (`| head`), which changes nothing of how the command ends. A full disk does.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', ({ code }: NodeJS.ErrnoException) => {
    if (code !== 'EPIPE') process.exit(EXIT.problem);
  });
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  tell(explain(error));
  process.exitCode = EXIT.problem;
}
