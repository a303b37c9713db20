import { Command, CommandRunner } from 'nest-commander';
import { databaseConfig } from './config/database.config.js';
import { migrate } from './database/migrator.js';
import { startProblem } from './start-problem.js';

/** Brings the schema of the database up to date. Exit code 0: it is; 1: it could not be. */
@Command({ name: 'migrate', description: 'Apply the migrations that the database does not have yet' })
export class MigrateCommand extends CommandRunner {
  async run(): Promise<void> {
    try {
      const applied = await migrate(databaseConfig());
      const lines = applied.length > 0 ? applied.map((name) => `applied ${name}`) : ['nothing to apply'];
      process.stdout.write(`${lines.join('\n')}\n`);
    } catch (error) {
      process.exitCode = 1;
      process.stderr.write(`${startProblem(error)}\n`);
    }
  }
}
