import { Command, CommandRunner, Option, SubCommand } from 'nest-commander';
import { onDatabase } from '../../database/command-database.js';
import { insider } from '../caller.js';
import { parseKeyName, parseScopes } from '../keys/key-request.js';
import { toIssuedKeyDto, toKeyDto } from '../keys/key.dto.js';
import { KeysRepository } from '../keys/keys.repository.js';
import { KeysService } from '../keys/keys.service.js';
import { everyKey, keyTable } from './key-table.js';

interface Flags {
  readonly name?: string;
  readonly scope?: string;
  readonly json?: boolean;
}

/** Makes a key; its text alone is on stdout, so that a script can take it. */
@SubCommand({ name: 'create', description: 'Make an API key, and print it this once' })
export class CreateKeyCommand extends CommandRunner {
  async run(_: string[], { name, scope = '', json }: Flags): Promise<void> {
    const scopes = scope.split(',').map((word) => word.trim());
    const [keyName, keyScopes] = [parseKeyName(name), parseScopes(scopes)];
    const issued = await onKeys((keys) => keys.create(keyName, keyScopes, insider('cli')));
    if (json) return print(JSON.stringify(toIssuedKeyDto(issued)));
    const { id, scopes: given } = issued.key;
    print(issued.text);
    process.stderr.write(
      `This is key ${id}, "${keyName}" (${given.join(', ')}). It is shown only this once.\n`,
    );
  }

  @Option({ flags: '--name <name>', description: 'who or what uses it', required: true })
  readName(name: string): string {
    return name;
  }

  @Option({
    flags: '--scope <scopes>',
    description: 'read, submit or admin; several with commas',
    required: true,
  })
  readScope(scope: string): string {
    return scope;
  }

  @Option({ flags: '--json', description: 'print one JSON object' })
  printsJson(): boolean {
    return true;
  }
}

@SubCommand({ name: 'list', description: 'List all API keys, revoked ones too' })
export class ListKeysCommand extends CommandRunner {
  async run(_: string[], { json }: Flags): Promise<void> {
    const keys = await onKeys(everyKey);
    print(json ? JSON.stringify(keys.map(toKeyDto)) : keyTable(keys));
  }

  @Option({ flags: '--json', description: 'print one JSON array' })
  printsJson(): boolean {
    return true;
  }
}

/** Unlike over HTTP the last admin key may go: another can be made here. */
@SubCommand({
  name: 'revoke',
  arguments: '<id>',
  argsDescription: { id: 'as the list shows it' },
  description: 'End an API key and its sessions at once',
})
export class RevokeKeyCommand extends CommandRunner {
  async run([id = '']: string[]): Promise<void> {
    await onKeys((keys) => keys.revoke(id, insider('cli')));
    print(`Key ${id} is revoked.`);
  }
}

@Command({
  name: 'keys',
  description: 'Make, list and revoke API keys',
  subCommands: [CreateKeyCommand, ListKeysCommand, RevokeKeyCommand],
})
export class KeysCommand extends CommandRunner {
  async run(): Promise<void> {
    this.command.help({ error: true });
    return Promise.resolve();
  }
}

function onKeys<T>(work: (keys: KeysService) => Promise<T>): Promise<T> {
  return onDatabase((dataSource) => work(new KeysService(new KeysRepository(dataSource))));
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
