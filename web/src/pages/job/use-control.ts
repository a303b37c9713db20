import { useMutation } from '@tanstack/react-query';
import type { Schema } from '../../api/client.js';
import { api, content } from '../../data/api.js';
import { queryClient } from '../../data/query-client.js';
import { tellDone, tellProblem } from '../../parts/toasts.js';
import { counted } from '../../parts/text.js';
import type { JobDetail } from './use-job.js';
import { refreshImages } from './use-refresh.js';

/** Which failed and cancelled images run again; all without a word. */
export type RetryChoice = Pick<Schema<'RetryFilterDto'>, 'codes' | 'store_ids' | 'states'>;

/** What can be done with a job; each says what came of it. */
export function useControl(jobId: string) {
  const params = { path: { id: jobId } };
  const act = (work: () => Promise<void>) =>
    work()
      .catch(tellProblem)
      .finally(() => refresh(jobId));

  const change = (verb: 'pause' | 'resume' | 'cancel') =>
    content(api.POST(`/api/jobs/{id}/${verb}`, { params })).then((job) => show(job));
  const retry = async (choice: RetryChoice) => {
    const answer = await content(api.POST('/api/jobs/{id}/retry', { params, body: { ...choice } }));
    tellDone(`${counted(answer.images, 'image')} of job ${jobId} run again.`);
  };

  const pause = (): Promise<void> =>
    act(async () => {
      await change('pause');
      tellDone(`Job ${jobId} is paused. What workers have begun they finish.`, resume);
    });
  const resume = (): Promise<void> =>
    act(async () => {
      await change('resume');
      tellDone(`Job ${jobId} goes on.`, pause);
    });
  const cancel = () =>
    act(async () => {
      await change('cancel');
      tellDone(`Job ${jobId} is cancelled.`, () => act(() => retry({ states: ['cancelled'] })));
    });

  return {
    pause: useMutation({ mutationFn: pause }),
    resume: useMutation({ mutationFn: resume }),
    cancel: useMutation({ mutationFn: cancel }),
    retry: useMutation({ mutationFn: (choice: RetryChoice) => act(() => retry(choice)) }),
  };
}

function show(job: Schema<'JobDto'>): void {
  queryClient.setQueryData<JobDetail>(['job', job.job_id], (old) => old && { ...old, ...job });
}

function refresh(jobId: string): void {
  void queryClient.invalidateQueries({ queryKey: ['job', jobId] });
  refreshImages(jobId);
}
