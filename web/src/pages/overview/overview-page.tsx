import { useCallback } from 'react';
import { usePageTitle } from '../../app/page-title.js';
import { Answer } from '../../parts/answer.js';
import { PageHeader } from '../../parts/page-header.js';
import { count } from '../../parts/text.js';
import { Dashboard } from './dashboard.js';
import { FirstSteps } from './first-steps.js';
import { Notices } from './notices.js';
import { useDispatch } from './use-dispatch.js';
import { useIsFresh } from './use-is-fresh.js';
import { useWall, useWallScreen } from './use-wall.js';
import { useWork } from './use-work.js';

/** What the whole service is doing, right now and lately. */
export function OverviewPage() {
  const fresh = useIsFresh();
  const work = useWork();
  const { data: dispatch } = useDispatch();
  const isPaused = dispatch?.paused ?? false;
  const { isWall, setWall } = useWall();
  useWallScreen(
    isWall,
    useCallback(() => setWall(false), [setWall]),
  );
  usePageTitle(isPaused && 'Paused', work.images > 0 && `${count(work.images)} images left`, 'Overview');

  if (fresh.data === false) {
    return <Dashboard work={work} isPaused={isPaused} isWall={isWall} setWall={setWall} />;
  }
  return (
    <>
      <PageHeader title="Overview" />
      <Notices hasWork={false} />
      <Answer query={fresh}>{() => <FirstSteps />}</Answer>
    </>
  );
}
