import { setTimeout as sleep } from 'node:timers/promises';
import { PHOTOS } from './photo-host.mjs';

/** One in so many photos is of a kind that cannot be measured. */
const TROUBLE = [
  [41, 'missing'],
  [97, 'cut'],
  [131, 'page'],
];
const DAY_MS = 86_400_000;
const TEAMS = ['north', 'south', 'east', 'coast'];

/**
 * Work as it comes in over some minutes: routes of four teams through the stores
 * of our own seed, most of them good, and one long job that is still under way.
 *
 * @param {object} context
 * @param {string} context.service address of the service
 * @param {string} context.photos address of the host of the photos
 * @param {number} context.minutes how long it goes on
 * @returns {Promise<{ mixed: string, running: string, store: string, groups: string[] }>} ids worth looking at
 */
export async function doFieldWork({ service, photos, minutes }) {
  const { stores } = await ask(service, '/api/stores?active=true&limit=500');
  const submit = (name, count, perVisit, labels, spoilt = true) =>
    ask(service, '/api/submit', job({ stores, photos, name, count, perVisit, labels, spoilt }));
  await ask(service, '/api/keys', { name: 'field-app', scopes: ['submit'] });
  await ask(service, '/api/keys', { name: 'head-office', scopes: ['read'] });
  await ask(service, '/api/webhooks', {
    url: `${photos}/hooks`,
    events: ['job.failed'],
    description: 'Area managers',
  });
  await judgeStores(service);
  await askForGoodPhotos(service);
  const groups = await makeGroups(service, stores);
  const end = Date.now() + minutes * 60_000;
  let mixed;
  for (let route = 1; Date.now() < end; route++) {
    const team = TEAMS[route % TEAMS.length];
    const { job_id } = await submit(
      `${team}-route-${route}`,
      40 + ((route * 37) % 120),
      4,
      { team },
      route % 3 === 0,
    );
    if (route % 3 === 0) mixed = job_id;
    await sleep(6_000);
  }
  await submit('archive-2025', 500, 12, { team: 'north', kind: 'archive' });
  const { job_id: running } = await submit('audit-november', 500, 30, { team: 'coast', kind: 'audit' });
  const { job_id: paused } = await submit('reshoot-wave-2', 120, 5, { team: 'east' });
  await ask(service, `/api/jobs/${paused}/pause`, {});
  await sleep(8_000);
  return { mixed, running, store: stores[7].store_id, groups };
}

/** Some categories by hand, and a rule more. */
async function judgeStores(service) {
  const { stores } = await ask(service, '/api/stores?category=unknown&limit=6');
  for (const { store_id } of stores) {
    await ask(service, `/api/stores/${store_id}/category`, { category: 'grocery' }, 'PUT');
  }
  const { id, rules } = await ask(service, '/api/categories/rules');
  const rule = { words: 'TRADERS', category: 'grocery', strength: 'ware', confidence: 0.7 };
  const others = rules.filter(({ words }) => words !== rule.words);
  const body = { rules: [rule, ...others], comment: 'Traders sell groceries here', based_on: id };
  await ask(service, '/api/categories/rules', body, 'PUT');
}

/** Hotels first, and a word about photos that are too small. */
async function askForGoodPhotos(service) {
  const { version } = await ask(service, '/api/rules');
  const rules = {
    default: { priority: 0, criteria: { min_width: { limit: 900, effect: 'warn' } } },
    categories: {
      'hotel-restaurant': { priority: 10 },
      medical: { priority: 5, criteria: { min_height: { limit: 500, effect: 'reject' } } },
    },
  };
  const comment = 'Labels in pharmacies are small; hotels want their photos before noon';
  await ask(service, '/api/rules', { based_on: version, comment, rules }, 'PUT');
}

/** By rules, by a list, and one inside of another. @returns {Promise<string[]>} their ids */
async function makeGroups(service, stores) {
  const idsFrom = (first) => stores.slice(first, first + 40).map(({ store_id }) => store_id);
  await ask(service, '/api/tags/changes', { store_ids: idsFrom(0), add: ['high-value'] });
  const make = async (name, definition, description = '') => {
    const { id } = await ask(service, '/api/groups', { name, description, ...definition });
    return id;
  };
  const high = await make('High value', { rule: { tags: ['high-value'] } }, 'Looked after by head office.');
  const food = await make('Food and drink', {
    rule: { category: ['hotel-restaurant', 'sweets-bakery', 'pan-shop'] },
  });
  const care = await make('Pharmacies', { rule: { category: ['medical'] } });
  const audit = await make('Audit in November', { store_ids: idsFrom(60) });
  const rule = {
    all: [{ active: true }, { any: [{ group: high }, { group: food }] }, { not: { name: 'general' } }],
  };
  const route = await make('Morning route', { rule }, 'Opened before nine, so they come first.');
  await ask(
    service,
    `/api/groups/${route}`,
    { description: 'Open before nine, so they come first.' },
    'PATCH',
  );
  return [route, food, care, audit];
}

function job({ stores, photos, name, count, perVisit, labels, spoilt }) {
  let photo = 0;
  const url = () => {
    photo += 1;
    const [, kind] = (spoilt && TROUBLE.find(([every]) => photo % every === 0)) || [0, 'good'];
    return `${photos}/${name}/${kind}/${PHOTOS[photo % PHOTOS.length]}`;
  };
  // Stores near the begin of the list are visited often, each time on another day of the last two months.
  const visits = Array.from({ length: count }, (_, i) => ({
    store_id: stores[(i * 7) % Math.min(count, stores.length)].store_id,
    image_url: Array.from({ length: perVisit }, url),
    visit_time: new Date(Date.now() - ((dayOf(name) + i * 13) % 60) * DAY_MS - i * 60_000).toISOString(),
  }));
  return { count, visits, reference: name, labels };
}

/** A number of a name, the same each time. */
function dayOf(name) {
  return [...name].reduce((sum, letter) => sum * 3 + letter.charCodeAt(0), 0);
}

async function ask(service, path, body, method = 'POST') {
  const post = {
    method,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  };
  const response = await fetch(service + path, body && post);
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return response.json();
}
