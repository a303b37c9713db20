import 'reflect-metadata';
import { CommandFactory } from 'nest-commander';
import { problemBody, problemText } from './cli-problem.js';
import { CliModule } from './cli.module.js';

// A command that fails throws: exit code 1, and the reason where its result would have been.
await CommandFactory.run(CliModule, {
  logger: false,
  serviceErrorHandler: (error) => {
    process.exitCode = 1;
    if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(problemBody(error))}\n`);
    else process.stderr.write(`${problemText(error)}\n`);
  },
});
