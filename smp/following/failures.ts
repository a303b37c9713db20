import { contentOf } from '../../web/src/api/client.js';
import type { Surroundings } from '../command.js';
import { plainText } from '../plain-text.js';

/**
 * Lists the images of a job that failed, one per line: store, URL, code and
 * sentence, with tabs between. As many as the status of a job lists; the rest is in the export.
 */
export async function printFailures(jobId: string, { api, print, tell }: Surroundings): Promise<void> {
  const query = { jobid: jobId };
  const { error: failures = [], error_count: count = 0 } = await contentOf(
    api.GET('/api/status', { params: { query } }),
  );
  for (const { store_id, image_url, code, error } of failures) {
    print([store_id ?? '-', image_url ?? '-', code, error].map(plainText).join('\t'));
  }
  const more = count - failures.length;
  if (more > 0) tell(`and ${more} more; "npm run smp -- export ${jobId}" gets all of them.`);
}
