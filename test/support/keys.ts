import type { DataSource } from 'typeorm';
import { insider } from '../../src/access/caller.js';
import { KeysRepository } from '../../src/access/keys/keys.repository.js';
import { KeysService, type IssuedKey } from '../../src/access/keys/keys.service.js';
import type { Scope } from '../../src/access/scope.js';

/** The real service of keys on a real database, without a process around it. */
export function keysOn(dataSource: DataSource): KeysService {
  return new KeysService(new KeysRepository(dataSource));
}

/** Makes a key as the command line does. */
export function makeKey(dataSource: DataSource, name: string, ...scopes: Scope[]): Promise<IssuedKey> {
  return keysOn(dataSource).create(name, scopes, insider('cli'));
}

/** The header that shows a key. */
export function bearer({ text }: IssuedKey): Record<string, string> {
  return { Authorization: `Bearer ${text}` };
}
