import { randomBytes } from 'node:crypto';

/** As Standard Webhooks writes secrets, so that receivers' libraries take them as they are. */
const PREFIX = 'whsec_';

/** After a rotation both secrets sign for so long: time to change it at the receivers. */
export const OVERLAP_HOURS = 24;

/** A new secret: 256 random bits. */
export function newSecret(): string {
  return `${PREFIX}${randomBytes(32).toString('base64')}`;
}

/** The bytes that sign. */
export function secretBytes(secret: string): Buffer {
  return Buffer.from(secret.slice(PREFIX.length), 'base64');
}
