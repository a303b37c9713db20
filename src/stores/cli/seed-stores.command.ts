import { userInfo } from 'node:os';
import { basename } from 'node:path';
import { Command, CommandRunner, Option } from 'nest-commander';
import { insider } from '../../access/caller.js';
import { databaseConfig } from '../../config/database.config.js';
import { migrate } from '../../database/migrator.js';
import { toImportDto } from '../dto/store-import.dto.js';
import type { ImportOptions, ImportResult } from '../import/import-result.js';
import { StoreImporter } from '../import/store-importer.js';
import { findCsv } from '../import/csv-file.js';
import { ProgressDisplay } from './progress-display.js';
import { reportOf } from './report.js';

interface Flags {
  readonly dryRun?: boolean;
  readonly deactivateMissing?: boolean;
  readonly allowRejects?: boolean;
  readonly json?: boolean;
}

/** Loads a CSV file into the Store Master; throws when it was refused or failed, and nothing was changed. */
@Command({
  name: 'stores:seed',
  arguments: '<file>',
  argsDescription: {
    file: 'CSV with the columns AreaCode, StoreName, StoreID, and maybe Latitude, Longitude',
  },
  description: 'Load stores from a CSV file: all of it, or nothing',
})
export class SeedStoresCommand extends CommandRunner {
  async run([path = '']: string[], flags: Flags): Promise<void> {
    const result = await seed(path, flags);
    process.stdout.write(`${flags.json ? JSON.stringify(toImportDto(result)) : reportOf(result)}\n`);
  }

  @Option({ flags: '--dry-run', description: 'count what would change, and change nothing' })
  isDryRun(): boolean {
    return true;
  }

  @Option({ flags: '--deactivate-missing', description: 'deactivate the stores that are not in the file' })
  deactivatesMissing(): boolean {
    return true;
  }

  @Option({ flags: '--allow-rejects', description: 'load the good rows although others are bad' })
  allowsRejects(): boolean {
    return true;
  }

  @Option({ flags: '--json', description: 'print one JSON object' })
  printsJson(): boolean {
    return true;
  }
}

async function seed(path: string, flags: Flags): Promise<ImportResult> {
  const file = await findCsv(path);
  const config = databaseConfig();
  if (config.migrateOnStart) await migrate(config);
  const options: ImportOptions = {
    fileName: basename(path),
    importedBy: userName(),
    dryRun: flags.dryRun ?? false,
    deactivateMissing: flags.deactivateMissing ?? false,
    allowRejects: flags.allowRejects ?? false,
  };
  const display = new ProgressDisplay(file.size);
  try {
    return await new StoreImporter(config).import(file.chunks, options, insider('cli'), (bytes, rows) =>
      display.update(bytes, rows),
    );
  } finally {
    display.stop();
  }
}

/** A container may run under a number that has no name. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid ${process.getuid?.()}`;
  }
}
