import { useQuery } from '@tanstack/react-query';
import { api, content } from '../../data/api.js';
import { queryClient } from '../../data/query-client.js';
import { tellDone, tellProblem } from '../../parts/toasts.js';

const KEY = ['dispatch'];

/** Whether work is handed out at all. */
export function useDispatch() {
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => content(api.GET('/api/dispatch', { signal })),
    refetchInterval: 5_000,
  });
}

/** Pauses all work, or goes on with it; tells so, and offers to take it back. */
export async function setPaused(paused: boolean): Promise<void> {
  try {
    await change(paused);
    const told = paused ? 'All work is paused. Jobs are still taken in.' : 'Work goes on.';
    tellDone(told, () => change(!paused));
  } catch (error) {
    tellProblem(error);
    void queryClient.invalidateQueries({ queryKey: KEY });
  }
}

async function change(paused: boolean): Promise<void> {
  const call = paused ? api.POST('/api/dispatch/pause') : api.POST('/api/dispatch/resume');
  queryClient.setQueryData(KEY, await content(call));
}
