import { Module } from '@nestjs/common';
import { KeysCommand } from './access/cli/keys.command.js';
import { MigrateCommand } from './migrate.command.js';
import { RetentionCommand } from './jobs/retention/retention.command.js';
import { SeedStoresCommand } from './stores/cli/seed-stores.command.js';
import { WebhooksCommand } from './webhooks/cli/webhooks.command.js';

/**
 * The command line. Nothing here connects to anything by itself: each command
 * reads the settings it needs, so help works without any, and none needs Redis.
 */
@Module({
  providers: [
    SeedStoresCommand,
    ...KeysCommand.registerWithSubCommands(),
    ...WebhooksCommand.registerWithSubCommands(),
    RetentionCommand,
    MigrateCommand,
  ],
})
export class CliModule {}
