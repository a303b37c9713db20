import { Alert, Grid, Stack } from '@mantine/core';
import { IconArchive } from '@tabler/icons-react';
import { useMay } from '../../data/session.js';
import { Moment } from '../../parts/moment.js';
import { DeliveriesCard } from './deliveries-card.js';
import { FailuresCard } from './failures-card.js';
import { HistoryCard } from './history-card.js';
import { ImagesCard } from './images-card.js';
import { RunPicker } from './run-picker.js';
import { TimingsCard } from './timings-card.js';
import type { JobDetail } from './use-job.js';
import { useSummary } from './use-summary.js';
import { useView } from './use-view.js';

/** What became of the images: what went wrong first, then where the time went, then every one of them. */
export function JobResults({ job }: { readonly job: JobDetail }) {
  const { view } = useView();
  const summary = useSummary(job, view.filter.run);
  const mayAdminister = useMay('admin');
  const isRemoved = job.images_removed_at !== null;
  return (
    <>
      {job.run > 0 && !isRemoved && <RunPicker job={job} />}
      {isRemoved && <ImagesRemoved at={job.images_removed_at} />}
      <Grid gap="md" mb="md">
        {!isRemoved && (
          <Grid.Col span={{ base: 12, lg: 8 }}>
            <Stack>
              <FailuresCard job={job} summary={summary} />
              <TimingsCard summary={summary.data} />
            </Stack>
          </Grid.Col>
        )}
        <Grid.Col span={{ base: 12, lg: isRemoved ? 12 : 4 }}>
          <Stack>
            <HistoryCard events={job.events} />
            {mayAdminister && <DeliveriesCard job={job} />}
          </Stack>
        </Grid.Col>
      </Grid>
      {!isRemoved && <ImagesCard job={job} summary={summary.data} />}
    </>
  );
}

function ImagesRemoved({ at }: { readonly at: string | null }) {
  return (
    <Alert icon={<IconArchive size={18} />} color="gray" mb="md" title="The images of this job were removed">
      That was <Moment at={at} />, as they were older than images are kept here. The counters and the history
      stay; the images cannot be listed, exported or run again.
    </Alert>
  );
}
