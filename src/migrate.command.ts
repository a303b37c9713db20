import { Command, CommandRunner } from 'nest-commander';
import { databaseConfig } from './config/database.config.js';
import { migrate } from './database/migrator.js';

/** Brings the schema of the database up to date. */
@Command({ name: 'migrate', description: 'Apply the migrations that the database does not have yet' })
export class MigrateCommand extends CommandRunner {
  async run(): Promise<void> {
    const applied = await migrate(databaseConfig());
    const lines = applied.length > 0 ? applied.map((name) => `applied ${name}`) : ['nothing to apply'];
    process.stdout.write(`${lines.join('\n')}\n`);
  }
}
