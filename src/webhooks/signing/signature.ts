import { createHmac } from 'node:crypto';
import { secretBytes } from './secret.js';

/** What is signed: any change of one of them is noticed. */
export interface SignedMessage {
  /** The same at every attempt, so that a receiver knows what it has had. */
  readonly id: string;
  /** When this attempt is made; receivers refuse what is old. */
  readonly at: Date;
  readonly body: string;
}

/**
 * The headers of a message by the Standard Webhooks scheme: HMAC-SHA256 over `id.timestamp.body`.
 *
 * @param secrets each signs, so that a receiver may know any of them
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export function signedHeaders({ id, at, body }: SignedMessage, secrets: readonly string[]) {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signatures = secrets.map((secret) => {
    const hmac = createHmac('sha256', secretBytes(secret)).update(`${id}.${timestamp}.${body}`);
    return `v1,${hmac.digest('base64')}`;
  });
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
}
