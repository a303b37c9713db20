import { MutationCache, QueryCache, QueryClient, type QueryState } from '@tanstack/react-query';
import { ApiError } from '../api/api-error.js';
import { onRecovery } from './connection.js';
import { mayPass, retryDelay, shouldRetry } from './retries.js';

/** What could not be loaded is looked for again this often, by itself. */
const SLOWLY_MS = 30_000;

/** A service that comes and goes is asked for everything again no more often than this. */
const RECOVERY_MS = 5_000;

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: askForKeyAgain }),
  mutationCache: new MutationCache({ onError: askForKeyAgain }),
  defaultOptions: {
    queries: {
      staleTime: 2_000,
      retry: shouldRetry,
      retryDelay,
      refetchInterval: slowlyIfFailed,
      // The service may well run on a machine without any network.
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

let recovery: ReturnType<typeof setTimeout> | undefined;
onRecovery(() => {
  if (recovery !== undefined) return;
  askFailedAgain();
  recovery = setTimeout(() => {
    recovery = undefined;
  }, RECOVERY_MS);
});

/** The interval of all queries that have none of their own. */
export function slowlyIfFailed({ state }: { readonly state: QueryState }): number | false {
  return !isNextPage(state) && mayPass(state.error) && state.status === 'error' && SLOWLY_MS;
}

/** Does not wait for the next try of what failed. */
function askFailedAgain(): void {
  void queryClient.refetchQueries({
    type: 'active',
    predicate: ({ state }) => {
      const failure = state.fetchFailureReason ?? state.error;
      return failure !== null && mayPass(failure) && !isNextPage(state);
    },
  });
}

/** To ask for the next page of a list again would ask for all before it, too; the list does that better itself. */
function isNextPage({ fetchMeta }: QueryState): boolean {
  return fetchMeta?.fetchMore !== undefined;
}

/** The key was revoked, or the session ended: the shell shows the sign-in page as soon as it knows. */
function askForKeyAgain(error: unknown): void {
  if (error instanceof ApiError && error.status === 401) {
    void queryClient.invalidateQueries({ queryKey: ['session'] });
  }
}
