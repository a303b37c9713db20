import { contentOf, type Schema } from '../../web/src/api/client.js';
import type { Command } from '../command.js';
import { EXIT } from '../exit.js';
import { countsText } from '../following/progress-text.js';

/** What came of a change. */
export function changeText({ job_id, state, progress }: Schema<'JobDto'>): string {
  return `job ${job_id}: ${state}, ${countsText(progress)}`;
}

export const cancel: Command = {
  name: 'cancel',
  places: ['job'],
  summary: 'Give up the images of a job that are not settled yet; results stay.',
  options: {},
  examples: ['cancel 128'],
  async run(given, { api, print }) {
    const call = api.POST('/api/jobs/{id}/cancel', { params: { path: { id: given.job } } });
    print(changeText(await contentOf(call)));
    return EXIT.good;
  },
};
