import { api, content } from '../../data/api.js';
import type { Submission } from './sending/submission.js';

const STORES = 3;
const BETWEEN_VISITS_MS = 20 * 60_000;

/** A job that works anywhere: pictures the service ships, for the first stores of the Store Master. */
export async function sampleJob(): Promise<Submission> {
  const query = { active: 'true', limit: STORES } as const;
  const [samples, { stores }] = await Promise.all([
    content(api.GET('/api/samples')),
    content(api.GET('/api/stores', { params: { query } })),
  ]);
  if (stores.length === 0) {
    throw new Error('The Store Master has no active store yet. Import one on the page "Store Master".');
  }
  const { image_urls: urls } = samples;
  const visits = stores.map(({ store_id }, index) => ({
    store_id,
    image_url: [0, 1].map((place) => urls[(index + place) % urls.length] ?? ''),
    visit_time: minutesAgo((stores.length - index) * BETWEEN_VISITS_MS),
  }));
  return { count: visits.length, visits, reference: 'sample photos' };
}

/** RFC 3339, whole minutes. */
function minutesAgo(ms: number): string {
  return `${new Date(Date.now() - ms).toISOString().slice(0, 16)}:00Z`;
}
