import { useMemo } from 'react';
import { Answer } from '../../parts/answer.js';
import { Card } from '../../parts/card.js';
import { useNow } from '../../parts/moment.js';
import { sayPeriod, withPeriod } from '../../parts/period.js';
import { usePeriod } from '../../parts/use-period.js';
import { ActiveJobsCard } from './active-jobs-card.js';
import { AreasCard } from './areas-card.js';
import { FailuresCard } from './failures-card.js';
import { HeadlineFigures } from './headline-figures.js';
import { Notices } from './notices.js';
import { OverviewHeader } from './overview-header.js';
import classes from './overview.module.css';
import { useSettled } from './queries.js';
import { barsOf, stepsOf } from './steps.js';
import { ThroughputCard } from './throughput-card.js';
import type { Work } from './use-work.js';
import { WorkersCard } from './workers-card.js';

interface DashboardProps {
  readonly work: Work;
  readonly isPaused: boolean;
  readonly isWall: boolean;
  readonly setWall: (wanted: boolean) => void;
}

export function Dashboard({ work, isPaused, isWall, setWall }: DashboardProps) {
  const shown = usePeriod('1h');
  const settled = useSettled(shown);
  const now = useNow(10_000);
  const bars = useMemo(() => {
    // While another period is on its way, the bars are still those of the one before.
    const { from, before, rows } = settled.data ?? { from: shown.from, before: shown.to, rows: [] };
    return barsOf(stepsOf({ from, to: before }), rows, now);
  }, [settled.data, shown.from, shown.to, now]);
  const period = sayPeriod(shown.period);
  const search = withPeriod(new URLSearchParams(), shown.period).toString();
  return (
    <div className={isWall ? classes.wall : undefined}>
      <OverviewHeader shown={shown} isPaused={isPaused} isWall={isWall} setWall={setWall} />
      <Notices hasWork={work.jobs > 0} />
      <HeadlineFigures work={work} totals={settled.data?.totals} isPaused={isPaused} isWall={isWall} />
      <div className={classes.cards}>
        <div className={classes.column}>
          {settled.data ? (
            <>
              <ThroughputCard bars={bars} period={period} isWall={isWall} />
              <FailuresCard
                bars={bars}
                codes={settled.data.totals.codes}
                period={period}
                search={search}
                isWall={isWall}
              />
            </>
          ) : (
            <Card title="Images per minute">
              <Answer query={settled}>{() => null}</Answer>
            </Card>
          )}
        </div>
        <div className={classes.column}>
          <ActiveJobsCard work={work} most={isWall ? 4 : 8} />
          <AreasCard bounds={shown} search={search} most={isWall ? 2 : 6} />
          {!isWall && <WorkersCard />}
        </div>
      </div>
    </div>
  );
}
