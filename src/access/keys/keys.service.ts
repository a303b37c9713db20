import { Injectable } from '@nestjs/common';
import type { Page } from '../../common/cursor.js';
import { KeyNotFoundError, LastAdminKeyError } from '../access.errors.js';
import type { Caller } from '../caller.js';
import type { Scope } from '../scope.js';
import type { ApiKey, KeyHolder, NewKey } from './api-key.js';
import { hashOf, isKeyText, newKeyText, prefixOf, sameHash } from './key-text.js';
import { KeysRepository } from './keys.repository.js';

/** A key that was just made, with the text that is told this once. */
export interface IssuedKey {
  readonly key: ApiKey;
  readonly text: string;
}

/** Makes, lists, revokes and recognises API keys. */
@Injectable()
export class KeysService {
  constructor(private readonly keys: KeysRepository) {}

  async create(name: string, scopes: readonly Scope[], by: Caller): Promise<IssuedKey> {
    const text = newKeyText();
    return { text, key: await this.keys.create(stored(text, name, scopes), by) };
  }

  /** Makes an admin key unless there is a usable key; of processes that start together, one does. */
  async createFirst(by: Caller): Promise<IssuedKey | undefined> {
    const text = newKeyText();
    const key = await this.keys.createFirst(stored(text, 'first-admin', ['admin']), by);
    return key && { text, key };
  }

  /** Keys, newest first, revoked ones too. */
  async list(beforeId: string | undefined, limit: number): Promise<Page<ApiKey>> {
    return this.keys.findPage(beforeId, limit);
  }

  /**
   * Ends a key and all its sessions, at once and everywhere. Doing it again changes nothing.
   *
   * @param keepAdmin refuses to end the last key that could make others
   * @throws KeyNotFoundError, LastAdminKeyError
   */
  async revoke(id: string, by: Caller, { keepAdmin = false } = {}): Promise<void> {
    const outcome = /^\d{1,18}$/.test(id) ? await this.keys.revoke(id, keepAdmin, by) : 'unknown';
    if (outcome === 'unknown') throw new KeyNotFoundError(id);
    if (outcome === 'last-admin') throw new LastAdminKeyError();
  }

  /** Whose key this is; undefined when it is nobody's, or was revoked. Notes that the key is in use. */
  async recognise(text: string): Promise<KeyHolder | undefined> {
    if (!isKeyText(text)) return undefined;
    const hash = hashOf(text);
    const found = await this.keys.findUsable(hash);
    if (!found || !sameHash(found.hash, hash)) return undefined;
    this.noteUse(found);
    return found;
  }

  /** Nobody waits for this, and it may fail. */
  noteUse({ id, useIsOld }: KeyHolder): void {
    if (useIsOld) void this.keys.markUsed(id).catch(() => undefined);
  }

  async hasUsable(): Promise<boolean> {
    return this.keys.hasUsable();
  }
}

function stored(text: string, name: string, scopes: readonly Scope[]): NewKey {
  return { name, scopes: [...new Set(scopes)], hash: hashOf(text), prefix: prefixOf(text) };
}
