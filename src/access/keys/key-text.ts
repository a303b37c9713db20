import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const KEY = /^smp_[\w-]{43}$/;
/** Characters that tell keys apart in a list; they give away 36 of 256 bits. */
const PREFIX_LENGTH = 10;

/** A new API key: 256 random bits as base64url behind a mark by which leaked keys can be searched for. */
export function newKeyText(): string {
  return `smp_${randomBytes(32).toString('base64url')}`;
}

/** Whether a text can be a key at all; anything else is not worth a question to the database. */
export function isKeyText(text: string): boolean {
  return KEY.test(text);
}

/** The part of a key that may be shown. */
export function prefixOf(key: string): string {
  return key.slice(0, PREFIX_LENGTH);
}

/**
 * What is stored instead of a secret: SHA-256, fast and without salt. That is
 * enough here, because a random text of 256 bits cannot be guessed.
 */
export function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** Compares hashes in a time that does not depend on where they differ. */
export function sameHash(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}
