import { InvalidInputError } from '../../common/domain-error.js';
import { quote } from '../../common/quote.js';
import { readWebhookUrl } from '../../outbound/webhook-url.js';
import { EVENTS, type EndpointChanges, type EndpointFields, type WebhookEvent } from './endpoint.js';

export const MAX_DESCRIPTION = 200;

type Body = Readonly<Record<string, unknown>>;

/** @throws InvalidInputError naming the field that does not fit */
export function readNewEndpoint(body: unknown): EndpointFields {
  const { url, events, description } = objectFrom(body);
  return {
    url: readWebhookUrl(url, 'url'),
    events: readEvents(events),
    description: description == null ? '' : readDescription(description),
  };
}

/**
 * Reads what is to be changed; what is not mentioned stays as it is.
 *
 * @throws InvalidInputError naming the field that does not fit, or when there is none
 */
export function readChanges(body: unknown): EndpointChanges {
  const { url, events, description, enabled } = objectFrom(body);
  const changes = {
    ...(url !== undefined && { url: readWebhookUrl(url, 'url') }),
    ...(events !== undefined && { events: readEvents(events) }),
    ...(description !== undefined && { description: readDescription(description) }),
    ...(enabled !== undefined && { enabled: readEnabled(enabled) }),
  };
  if (Object.keys(changes).length > 0) return changes;
  throw new InvalidInputError('The body must have at least one of url, events, description and enabled.');
}

function objectFrom(body: unknown): Body {
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Body;
  throw new InvalidInputError('The request body must be a JSON object.');
}

function readEvents(value: unknown): WebhookEvent[] {
  if (!Array.isArray(value) || value.length === 0) {
    throw new InvalidInputError(`"events" must list at least one of ${EVENTS.join(', ')}.`);
  }
  const events = value.map((entry: unknown) => {
    const event = EVENTS.find((known) => known === entry);
    if (event !== undefined) return event;
    throw new InvalidInputError(`"events" may have ${EVENTS.join(', ')}; not ${quote(entry)}.`);
  });
  return [...new Set(events)];
}

function readDescription(value: unknown): string {
  const fits = typeof value === 'string' && value.length <= MAX_DESCRIPTION;
  if (fits && value.isWellFormed() && !value.includes('\0')) return value;
  throw new InvalidInputError(`"description" must be a text of at most ${MAX_DESCRIPTION} characters.`);
}

function readEnabled(value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  throw new InvalidInputError(`"enabled" must be true or false, not ${quote(value)}.`);
}
