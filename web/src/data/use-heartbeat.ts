import { useEffect } from 'react';
import { quietMs } from './connection.js';
import { queryClient } from './query-client.js';

const LOOK_MS = 5_000;

/** A page that is looked at asks something after that, as it would not notice otherwise that the service is away. */
const QUIET_MS = 15_000;

export function useHeartbeat(): void {
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.hidden || quietMs() < QUIET_MS) return;
      // Who is asked already and does not answer is given the time to.
      void queryClient.invalidateQueries({ queryKey: ['session'] }, { cancelRefetch: false });
    }, LOOK_MS);
    return () => clearInterval(timer);
  }, []);
}
