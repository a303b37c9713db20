import { Command, CommandRunner, Option } from 'nest-commander';
import { InvalidInputError } from '../../common/domain-error.js';
import { quote } from '../../common/quote.js';
import { retentionConfig } from '../../config/retention.config.js';
import { onDatabase } from '../../database/command-database.js';
import { RetentionRepository, type Extent } from './retention.repository.js';
import { RetentionService } from './retention.service.js';

interface Flags {
  readonly days?: number;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** Removes old images by hand, once; the service may run meanwhile. */
@Command({ name: 'retention', description: 'Remove the images of jobs that were settled long ago' })
export class RetentionCommand extends CommandRunner {
  async run(
    _: string[],
    { days = retentionConfig().days, dryRun = false, json = false }: Flags,
  ): Promise<void> {
    if (days === 0) throw new InvalidInputError('Say how many days to keep, with --days or RETENTION_DAYS.');
    const extent = await onDatabase((dataSource) => {
      const retention = new RetentionService(new RetentionRepository(dataSource));
      return dryRun ? retention.due(days) : retention.sweep(days);
    });
    process.stdout.write(
      `${json ? JSON.stringify({ ...extent, dry_run: dryRun }) : sentence(extent, dryRun)}\n`,
    );
  }

  @Option({ flags: '--days <days>', description: 'keep jobs that were settled in the last so many days' })
  parseDays(text: string): number {
    if (/^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 36_500) return Number(text);
    throw new InvalidInputError(`--days must be a whole number from 1 to 36500, not ${quote(text)}.`);
  }

  @Option({ flags: '--dry-run', description: 'count what would be removed, and remove nothing' })
  isDryRun(): boolean {
    return true;
  }

  @Option({ flags: '--json', description: 'print one JSON object' })
  printsJson(): boolean {
    return true;
  }
}

function sentence({ jobs, images }: Extent, dryRun: boolean): string {
  return `${images} images of ${jobs} jobs ${dryRun ? 'would be removed' : 'were removed'}.`;
}
