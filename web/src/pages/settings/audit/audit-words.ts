import type { Schema } from '../../../api/client.js';
import { sayMaker } from '../../../parts/maker.js';
import { capitalised, count } from '../../../parts/text.js';

export type Entry = Schema<'AuditEntryDto'>;
export type Action = Entry['action'];

/** What was done, as it follows the name of who did it; the subject comes after where there is a noun for it. */
const WORDS: Record<Action, readonly [deed: string, noun?: string]> = {
  'job.submitted': ['submitted', 'job'],
  'job.cancelled': ['cancelled', 'job'],
  'jobs.cancelled': ['cancelled many jobs'],
  'job.paused': ['paused', 'job'],
  'job.resumed': ['resumed', 'job'],
  'job.retried': ['retried', 'job'],
  'jobs.retried': ['retried many jobs:', 'retry'],
  'dispatch.paused': ['paused everything'],
  'dispatch.resumed': ['resumed everything'],
  'stores.imported': ['loaded', 'import'],
  'stores.tagged': ['changed tags of stores'],
  'duplicates.decided': ['decided about duplicates:', 'decision'],
  'duplicates.undone': ['took back about duplicates:', 'decision'],
  'group.created': ['made', 'group'],
  'group.changed': ['changed', 'group'],
  'group.deleted': ['deleted', 'group'],
  'group.restored': ['brought back', 'group'],
  'store.categorised': ['set the category of', 'store'],
  'store.uncategorised': ['took back the category of', 'store'],
  'category_rules.changed': ['changed the rules for categories:', 'version'],
  'key.created': ['made', 'API key'],
  'key.revoked': ['revoked', 'API key'],
  'session.started': ['signed in'],
  'session.ended': ['signed out'],
  'webhook.created': ['made', 'webhook'],
  'webhook.changed': ['changed', 'webhook'],
  'webhook.rotated': ['gave a new secret to', 'webhook'],
  'webhook.deleted': ['deleted', 'webhook'],
  'delivery.resent': ['sent again', 'delivery'],
  'rules.changed': ['saved rules:', 'version'],
};

export const ACTIONS = Object.keys(WORDS) as Action[];

/** The name of the key that was used, or what there was instead. */
export function sayActor({ actor, key_id }: Pick<Entry, 'actor' | 'key_id'>): string {
  return key_id === null ? capitalised(sayMaker(actor)) : actor;
}

/** What to put between the actor and the link: `cancelled`, with `job 128` as the link. */
export function sayDeed({ action, subject }: Pick<Entry, 'action' | 'subject'>): {
  deed: string;
  object?: string;
} {
  const [deed, noun] = WORDS[action] ?? [action, ''];
  return noun === undefined ? { deed } : { deed, object: `${noun} ${subject}`.trim() };
}

/** For a list of kinds to choose from: `Job submitted`. */
export function sayAction(action: Action): string {
  return capitalised(action.replace('.', ' '));
}

/** Where the subject of an entry can be seen; undefined when there is no such page. */
export function placeOf({ action, subject }: Pick<Entry, 'action' | 'subject'>): string | undefined {
  if (action.startsWith('job.')) return `/jobs/${subject}`;
  if (action.startsWith('store.')) return `/stores/${encodeURIComponent(subject)}`;
  if (action === 'category_rules.changed') return '/categories/rules';
  if (action === 'stores.imported') return `/store-master?import=${subject}`;
  if (action === 'delivery.resent') return `/settings/deliveries?delivery=${subject}`;
  if (action === 'webhook.deleted') return undefined;
  if (action.startsWith('webhook.')) return '/settings/webhooks';
  if (action.startsWith('key.')) return '/settings/keys';
  return undefined;
}

/** The detail in one line: `visits 25, images 200`; nothing when there is none. */
export function sayDetail(detail: Entry['detail']): string {
  return Object.entries(detail ?? {})
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name.replaceAll('_', ' ')} ${sayValue(value)}`)
    .join(', ');
}

function sayValue(value: unknown): string {
  if (typeof value === 'number') return count(value);
  if (Array.isArray(value)) return value.join(' + ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
