import type { Scope } from '../scope.js';

/** An API key without its text, which nobody has but the one it was made for. */
export interface ApiKey {
  /** Decimal digits. */
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** The first characters of its text. */
  readonly prefix: string;
  readonly createdAt: Date;
  /** Name of the key that made it, or `cli`, `start`, `open`. */
  readonly createdBy: string;
  /** To the minute. */
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
}

/** What is stored of a key that is being made. */
export interface NewKey extends Pick<ApiKey, 'name' | 'scopes' | 'prefix'> {
  readonly hash: Buffer;
}

/** Whoever has shown a key, or is in a session of it. */
export interface KeyHolder extends Pick<ApiKey, 'id' | 'name' | 'scopes'> {
  /** Its use has not been noted within the last minute. */
  readonly useIsOld: boolean;
}
