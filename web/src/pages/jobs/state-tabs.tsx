import { Link } from 'react-router';
import { useLiveJobs } from '../../data/live/live-jobs.js';
import { capitalised, count } from '../../parts/text.js';
import { STATES, without, type JobFilter } from './job-filter.js';
import classes from './jobs.module.css';

interface StateTabsProps {
  readonly filter: JobFilter;
  readonly pathOf: (filter: JobFilter) => string;
}

/** Chooses jobs by their state; what is active right now is counted as it changes. */
export function StateTabs({ filter, pathOf }: StateTabsProps) {
  const { active, hasMore, isLive } = useLiveJobs();
  const counts = new Map<string, number>();
  // Those that a filter hides are active all the same, so only a list of all has counts.
  const isKnown = isLive && !hasMore;
  for (const { state } of isKnown ? active.values() : []) counts.set(state, (counts.get(state) ?? 0) + 1);
  return (
    <nav aria-label="Jobs by state" className={classes.states}>
      {[undefined, ...STATES].map((state) => {
        const jobs = counts.get(state ?? '') ?? 0;
        return (
          <Link
            key={state ?? 'all'}
            to={pathOf({ ...without(filter, 'state'), ...(state && { state }) })}
            className={classes.state}
            aria-current={filter.state === state ? 'page' : undefined}
          >
            {state ? capitalised(state) : 'All'}
            {jobs > 0 && <span className={classes.live}>{count(jobs)}</span>}
          </Link>
        );
      })}
    </nav>
  );
}
