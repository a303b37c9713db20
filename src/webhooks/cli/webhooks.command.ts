import { Command, CommandRunner, Option, SubCommand } from 'nest-commander';
import { insider } from '../../access/caller.js';
import { onDatabase } from '../../database/command-database.js';
import { toWebhookDto } from '../endpoints/endpoint.dto.js';
import { EndpointsRepository } from '../endpoints/endpoints.repository.js';
import { InstanceSecretRepository } from '../signing/instance-secret.repository.js';
import { OVERLAP_HOURS } from '../signing/secret.js';
import { endpointTable, everyEndpoint } from './endpoint-table.js';

/** The secret alone is on stdout, so that a script can take it. */
@SubCommand({ name: 'secret', description: 'Print the secret that signs what goes to a callback_url' })
export class WebhookSecretCommand extends CommandRunner {
  async run(): Promise<void> {
    const [secret = ''] = await onDatabase((source) => new InstanceSecretRepository(source).current());
    print(secret);
  }
}

@SubCommand({ name: 'rotate-secret', description: 'Make a new secret for callback_url, and print it' })
export class RotateWebhookSecretCommand extends CommandRunner {
  async run(): Promise<void> {
    print(await onDatabase((source) => new InstanceSecretRepository(source).rotate(insider('cli'))));
    process.stderr.write(`The old secret signs beside it for ${OVERLAP_HOURS} hours.\n`);
  }
}

@SubCommand({ name: 'list', description: 'List all registered webhooks' })
export class ListWebhooksCommand extends CommandRunner {
  async run(_: string[], { json }: { readonly json?: boolean }): Promise<void> {
    const endpoints = await onDatabase((source) => everyEndpoint(new EndpointsRepository(source)));
    print(json ? JSON.stringify(endpoints.map(toWebhookDto)) : endpointTable(endpoints));
  }

  @Option({ flags: '--json', description: 'print one JSON array' })
  printsJson(): boolean {
    return true;
  }
}

@Command({
  name: 'webhooks',
  description: 'Show and change the secret of callback URLs, and list webhooks',
  subCommands: [WebhookSecretCommand, RotateWebhookSecretCommand, ListWebhooksCommand],
})
export class WebhooksCommand extends CommandRunner {
  async run(): Promise<void> {
    this.command.help({ error: true });
    return Promise.resolve();
  }
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
