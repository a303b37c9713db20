import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, content } from '../../data/api.js';
import { onLiveMessage } from '../../data/live/live-jobs.js';
import { queryClient } from '../../data/query-client.js';

const KEY = ['overview', 'fresh'];
const AGAIN_MS = 5_000;

/** Whether nothing was ever submitted. Jobs are never deleted, so it is asked only until one is there. */
export function useIsFresh() {
  useEffect(
    () =>
      onLiveMessage((message) => {
        if (message.kind !== 'lost' && message.jobs.length > 0) queryClient.setQueryData(KEY, false);
      }),
    [],
  );
  return useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }) => {
      const { jobs } = await content(api.GET('/api/jobs', { params: { query: { limit: 1 } }, signal }));
      return jobs.length === 0;
    },
    refetchInterval: ({ state }) => (state.data === false ? false : AGAIN_MS),
    staleTime: ({ state }) => (state.data === false ? Infinity : 0),
  });
}
