import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiError } from '../api/api-error.js';
import { onRecovery } from './connection.js';

/** A service that restarts is back within seconds; after that somebody looks every ten seconds. */
const retryDelay = (attempt: number) => Math.min(1_000 * 1.5 ** attempt, 10_000);

/** What the service refused it refuses again; everything else may work in a moment. */
const mayPass = (error: unknown) =>
  !(error instanceof ApiError) || error.status === 429 || error.status >= 500;

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: askForKeyAgain }),
  mutationCache: new MutationCache({ onError: askForKeyAgain }),
  defaultOptions: {
    queries: {
      staleTime: 2_000,
      retry: (_, error) => mayPass(error),
      retryDelay,
      // The service may well run on a machine without any network.
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

onRecovery(() => void queryClient.invalidateQueries());

/** The key was revoked, or the session ended: the shell shows the sign-in page as soon as it knows. */
function askForKeyAgain(error: unknown): void {
  if (error instanceof ApiError && error.status === 401) {
    void queryClient.invalidateQueries({ queryKey: ['session'] });
  }
}
