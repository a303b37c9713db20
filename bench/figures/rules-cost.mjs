import { submitBody } from '../support/client.mjs';
import { compare } from '../support/report.mjs';
import { inVisits } from '../support/runs.mjs';
import { median, repeatFor, takeTurns, timed } from '../support/turns.mjs';

const CATEGORIES =
  'hotel-restaurant pan-shop grocery medical sweets-bakery stationery electronics-mobile clothing hardware salon'.split(
    ' ',
  );
/** Stores of the shipped Store Master, one for each category. */
const STORES = CATEGORIES.map((_, n) => `RP${String(n + 1).padStart(5, '0')}`);
const IMAGES = 1_000;
/** Nothing but handing out, measuring and recording takes time. */
const AWAKE = { IMAGE_VERIFY: 'header', GPU_SLEEP_MIN_MS: '0', GPU_SLEEP_MAX_MS: '0' };
/** How often to look whether a job is settled, ms. */
const POLL_MS = 5;

/**
 * What rules cost where work comes in and goes out: ten categories, each with a priority of its own and four criteria that every
 * image meets, against no rules. The job is the same: its visits go round the categories, so that each has its place in the order.
 */
export async function rulesCost({ scene, turns, turnMs }) {
  const body = submitBody(inVisits(scene.imageHost.urls(IMAGES)), STORES);
  const compared = async (title, options, work) => {
    const [ruled, free] = [await installation(scene, options, true), await installation(scene, options)];
    const p50 = async (service) => median(await repeatFor(turnMs, () => timed(() => work(service))));
    for (const service of [ruled, free]) await p50(service); // warms up
    const runs = await takeTurns(turns, { ours: () => p50(ruled), without: () => p50(free) });
    for (const service of [ruled, free]) await service.stop('SIGKILL');
    const name = `${title}, 1,000 images, rules of ten categories / none`;
    return compare(name, 'ms', median(runs.ours), median(runs.without), {}, runs);
  };
  return [
    await compared('submit p50', { role: 'api' }, (service) => service.client.submit(body)),
    await compared('job', { env: AWAKE }, async (service) =>
      service.database.settled(await service.client.submit(body), POLL_MS),
    ),
  ];
}

async function installation(scene, options, isRuled = false) {
  const database = await scene.database();
  await database.query(
    `UPDATE stores SET category = category_of, category_source = 'hand', category_confidence = 1
     FROM unnest($1::text[], $2::text[]) AS set_by_hand (store_id, category_of) WHERE id = store_id`,
    [STORES, CATEGORIES],
  );
  const service = await scene.service(database, options);
  if (isRuled) await service.client.setRules(rules());
  return service;
}

function rules() {
  const limit = (of, effect) => ({ limit: of, effect });
  const criteria = {
    min_width: limit(1, 'reject'),
    min_height: limit(1, 'reject'),
    min_megapixels: limit(0.001, 'warn'),
    min_images: limit(1, 'warn'),
  };
  const categories = CATEGORIES.map((category, n) => [category, { priority: n + 1, criteria }]);
  return { default: { priority: 0, criteria: {} }, categories: Object.fromEntries(categories) };
}
