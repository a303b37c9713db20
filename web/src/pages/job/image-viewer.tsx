import { ActionIcon, Group, Modal, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, type KeyboardEvent } from 'react';
import type { Schema } from '../../api/client.js';
import { StateBadge } from '../../parts/state-badge.js';
import { Empty, Loading, Problem } from '../../parts/states.js';
import { count } from '../../parts/text.js';
import { ImageFacts } from './image-facts.js';
import { neighbours } from './image-pages.js';
import classes from './image-viewer.module.css';
import { isNarrowed } from './job-view.js';
import { imageQuery } from './use-images.js';
import type { JobDetail } from './use-job.js';
import { useView } from './use-view.js';

type Image = Schema<'ImageDto'>;

/** With the library for zooming, which comes when the first image is opened. */
const ImageStage = lazy(async () => ({ default: (await import('./image-stage.js')).ImageStage }));

interface ImageViewerProps {
  readonly job: JobDetail;
  /** Place of the image in the job. */
  readonly idx: number;
  /** The images of the list behind. */
  readonly listed: readonly Image[];
}

/** One image as its host gives it to the browser, with all that is known of it; the arrow keys lead to its neighbours. */
export function ImageViewer({ job, idx, listed }: ImageViewerProps) {
  const { view, change } = useView();
  const { total } = job.progress;
  const inList = listed.find((image) => image.idx === idx);
  const asked = useQuery({ ...imageQuery(job.job_id, idx, view.filter), enabled: inList === undefined });
  const image = inList ?? asked.data;
  const isWhole = !isNarrowed(view.filter) && view.filter.run === undefined;
  const { previous, next } = neighbours(listed, idx, { total, isWhole });
  const go = (to: number | undefined) => to !== undefined && change({ image: to });
  const onKeyDownCapture = (event: KeyboardEvent) => {
    const to = { ArrowLeft: previous, ArrowRight: next }[event.key];
    if (to === undefined) return;
    // The stage has its own idea of what comes next.
    event.stopPropagation();
    go(to);
  };
  return (
    <Modal.Root opened onClose={() => change({ image: undefined })} fullScreen>
      <Modal.Overlay />
      <Modal.Content className={classes.content} onKeyDownCapture={onKeyDownCapture}>
        <Modal.Header className={classes.header}>
          <Group gap="xs" wrap="nowrap" miw={0}>
            <Modal.Title fw={650}>Image {count(idx)}</Modal.Title>
            {image && <StateBadge state={image.state} />}
            <Text size="sm" c="dimmed" visibleFrom="sm" truncate>
              of {count(total)} in job {job.job_id}
            </Text>
          </Group>
          <Group gap={4} wrap="nowrap">
            <Turn label="Previous image" to={previous} go={go} icon={<IconChevronLeft size={20} />} />
            <Turn label="Next image" to={next} go={go} icon={<IconChevronRight size={20} />} />
            <Modal.CloseButton aria-label="Close the image" />
          </Group>
        </Modal.Header>
        <div className={classes.body}>
          {image && (
            <>
              <div className={classes.stage}>
                <Suspense fallback={<Loading label="Loading the viewer" />}>
                  <ImageStage key={image.image_url} image={image} />
                </Suspense>
              </div>
              <ImageFacts image={image} />
            </>
          )}
          {!image && <Missing query={asked} idx={idx} />}
        </div>
      </Modal.Content>
    </Modal.Root>
  );
}

interface TurnProps {
  readonly label: string;
  readonly to: number | undefined;
  readonly go: (to: number | undefined) => void;
  readonly icon: React.ReactNode;
}

function Turn({ label, to, go, icon }: TurnProps) {
  return (
    <ActionIcon
      variant="default"
      size="lg"
      aria-label={label}
      disabled={to === undefined}
      onClick={() => go(to)}
    >
      {icon}
    </ActionIcon>
  );
}

interface MissingProps {
  readonly query: { readonly error: Error | null; readonly isPending: boolean; refetch: () => unknown };
  readonly idx: number;
}

function Missing({ query, idx }: MissingProps) {
  if (query.error) return <Problem error={query.error} retry={() => void query.refetch()} />;
  if (query.isPending) return <Loading label="Loading the image" />;
  return (
    <Empty title={`There is no image ${count(idx)} here`} hint="It has no result in the run you look at." />
  );
}
