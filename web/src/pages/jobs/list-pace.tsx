import { useEffect, useState } from 'react';
import { useLiveJobs } from '../../data/live/live-jobs.js';

/** The stream has that long to begin before its absence is worth a word. */
const BEGIN_MS = 3_000;

/** Says how the list stays up to date. */
export function ListPace() {
  const { isLive } = useLiveJobs();
  const [isTold, setTold] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setTold(isLive), isLive ? 0 : BEGIN_MS);
    return () => clearTimeout(timer);
  }, [isLive]);
  return isTold ? 'It changes by itself.' : 'It is not live right now: the newest are asked for every 5 s.';
}
