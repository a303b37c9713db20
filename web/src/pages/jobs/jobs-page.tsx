import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { usePageTitle } from '../../app/page-title.js';
import { useLiveJobs } from '../../data/live/live-jobs.js';
import { Card } from '../../parts/card.js';
import { PageHeader } from '../../parts/page-header.js';
import { useChoice } from '../../parts/use-choice.js';
import { CancelDialog } from './cancel-dialog.js';
import { isNone, NONE, type Choice } from './choice.js';
import { FilterBar } from './filter-bar.js';
import { JobList } from './job-list.js';
import { ListPace } from './list-pace.js';
import { NewJobsButton } from './new-jobs-button.js';
import { PageActions } from './page-actions.js';
import { RetriesDrawer } from './retries-drawer.js';
import { RetryDialog } from './retry-dialog.js';
import { RetryNote } from './retry-note.js';
import { SelectionBar, type Deed } from './selection-bar.js';
import { useJobFilter } from './use-job-filter.js';
import { useJobList } from './use-job-list.js';
import { useShownRetries } from './use-shown-retries.js';

/** Rows may come in above while no more than this is scrolled away, in pixels. */
const AT_TOP_PX = 60;

/** Below this a row in one line has no room, beside the menu. */
const NARROW = '(max-width: 1099px)';

export function JobsPage() {
  const address = useJobFilter();
  const { filter, setFilter } = address;
  const [choice, setChoice] = useChoice<Choice>(filter, NONE);
  const [deed, setDeed] = useState<Deed>();
  const isAtRest = () => window.scrollY < AT_TOP_PX && isNone(choice);
  const { list, rows, news, showNew } = useJobList(filter, isAtRest);
  const isNarrow = useMediaQuery(NARROW, undefined, { getInitialValueInEffect: false });
  const retries = useShownRetries();
  useJobsTitle();

  const endDeed = () => setDeed(undefined);
  const doneWith = (retryId?: string) => {
    endDeed();
    setChoice(NONE);
    if (retryId) retries.follow(retryId);
  };
  const showNewOnTop = () => {
    showNew();
    window.scrollTo({ top: 0 });
  };
  return (
    <>
      <PageHeader
        title="Jobs"
        about={
          <>
            Everything that was submitted, newest first. <ListPace />
          </>
        }
      >
        <PageActions filter={filter} onListRetries={() => retries.list(true)} />
      </PageHeader>
      {retries.retryId && <RetryNote retryId={retries.retryId} onClose={() => retries.follow(null)} />}
      <Card p={0}>
        <FilterBar {...address} isNarrow={isNarrow} />
        <NewJobsButton news={news} onShow={showNewOnTop} />
        <JobList
          {...{ list, rows, filter, choice, isNarrow }}
          onChoose={setChoice}
          onClearFilter={() => setFilter({})}
        />
        {!isNone(choice) && (
          <SelectionBar
            {...{ choice, filter, rows }}
            hasMore={list.hasNextPage}
            onChooseAll={() => setChoice('all')}
            onClear={() => setChoice(NONE)}
            onDo={setDeed}
          />
        )}
      </Card>
      {deed === 'retry' && <RetryDialog {...{ choice, filter }} onClose={endDeed} onStarted={doneWith} />}
      {deed === 'cancel' && (
        <CancelDialog {...{ choice, filter, rows }} onClose={endDeed} onDone={doneWith} />
      )}
      {retries.areListed && <RetriesDrawer onClose={() => retries.list(false)} />}
    </>
  );
}

function useJobsTitle() {
  const { active, hasMore, isLive } = useLiveJobs();
  usePageTitle(isLive && active.size > 0 && `${active.size}${hasMore ? '+' : ''} active`, 'Jobs');
}
