import { contentOf, type Schema } from '../../web/src/api/client.js';
import type { Command } from '../command.js';
import { EXIT, UsageProblem } from '../exit.js';
import { WAIT, waitForJob } from '../following/wait.js';

const STATES = ['failed', 'cancelled'] as const;

export const retry: Command = {
  name: 'retry',
  places: ['job'],
  summary: 'Run the failed and cancelled images of a job again; good results stay.',
  detail: 'A job that is settled only. Options narrow it down, and may be repeated.',
  options: {
    code: { value: 'code', multiple: true, about: 'only images that failed like this, e.g. HTTP_503' },
    store: { value: 'id', multiple: true, about: 'only images of this store' },
    area: { value: 'code', multiple: true, about: 'only images of this area' },
    group: { value: 'id', about: 'only images of stores of this group' },
    state: {
      value: STATES.join('|'),
      multiple: true,
      about: 'only images that failed, or only cancelled ones',
    },
    'dry-run': { about: 'say what would run again, and change nothing' },
    wait: WAIT,
  },
  examples: ['retry 128 --wait', 'retry 128 --code HTTP_503 --code DOWNLOAD_TIMEOUT', 'retry 128 --dry-run'],
  async run(given, surroundings) {
    const { api, print, tell } = surroundings;
    const [codes, stores, areas] = [given.texts('code'), given.texts('store'), given.texts('area')];
    const group = given.text('group');
    const states = given.texts('state').map(toState);
    const body = {
      ...(codes.length > 0 && { codes }),
      ...(stores.length > 0 && { store_ids: stores }),
      ...(areas.length > 0 && { area_codes: areas }),
      ...(group !== undefined && { group }),
      ...(states.length > 0 && { states }),
      dry_run: given.has('dry-run'),
    };
    const path = { id: given.job };
    const answer = await contentOf(api.POST('/api/jobs/{id}/retry', { params: { path }, body }));
    if (answer.dry_run) {
      for (const line of previewLines(answer)) print(line);
      return EXIT.good;
    }
    tell(`job ${given.job}: ${imagesText(answer.images)} again, as run ${answer.run}`);
    return given.has('wait') ? waitForJob(given.job, surroundings) : EXIT.good;
  },
};

/** How many, then by reason: code and number with a tab between. */
function previewLines({ images, cancelled, by_code }: Schema<'RetryPreviewDto'>): string[] {
  const reasons = by_code.map(({ code, images: count }) => `${code}\t${count}`);
  return [`${imagesText(images)} again`, ...reasons, ...(cancelled > 0 ? [`cancelled\t${cancelled}`] : [])];
}

function imagesText(count: number): string {
  return count === 1 ? '1 image to run' : `${count} images to run`;
}

function toState(text: string): (typeof STATES)[number] {
  const state = STATES.find((one) => one === text);
  if (state) return state;
  throw new UsageProblem(`"--state" is one of ${STATES.join(', ')}.`);
}
