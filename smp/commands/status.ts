import { contentOf } from '../../web/src/api/client.js';
import type { Command } from '../command.js';
import { EXIT } from '../exit.js';
import { printFailures } from '../following/failures.js';
import { countsText } from '../following/progress-text.js';
import { WAIT, waitForJob } from '../following/wait.js';

export const status: Command = {
  name: 'status',
  places: ['job'],
  summary: 'Say how a job is doing, and list the images that failed so far.',
  detail: 'Exit code 1 once the job is settled and an image of it failed or was cancelled.',
  options: { wait: WAIT, json: { about: 'print what GET /api/status answers, as JSON' } },
  examples: ['status 128', 'status 128 --wait', 'status 128 --json'],
  async run(given, surroundings) {
    const { api, print } = surroundings;
    const [jobId, asJson] = [given.job, given.has('json')];
    const quiet = asJson ? { ...surroundings, print: () => undefined } : surroundings;
    if (given.has('wait')) {
      const code = await waitForJob(jobId, quiet);
      if (!asJson) return code;
    }
    const job = await contentOf(api.GET('/api/status', { params: { query: { jobid: jobId } } }));
    if (asJson) print(JSON.stringify(job));
    else {
      print(`job ${jobId}: ${job.status}, ${countsText(job.progress)}`);
      await printFailures(jobId, surroundings);
    }
    return job.status === 'failed' ? EXIT.failedImages : EXIT.good;
  },
};
