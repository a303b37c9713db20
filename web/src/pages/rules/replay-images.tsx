import {
  Anchor,
  Button,
  Center,
  Group,
  Image,
  SegmentedControl,
  SimpleGrid,
  Stack,
  Text,
} from '@mantine/core';
import { IconPhotoOff } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { capitalised, count, counted } from '../../parts/text.js';
import { webAddress } from '../../parts/web-address.js';
import type { ReplayCounts, ReplayedImage, ReplayEffect } from './use-replay.js';

interface ReplayImagesProps {
  readonly images: readonly ReplayedImage[];
  readonly counts: ReplayCounts;
  /** Which of them are listed. */
  readonly effect: ReplayEffect;
  readonly onEffect: (effect: ReplayEffect) => void;
  readonly isLoadingMore: boolean;
  /** Absent when all are shown. */
  readonly loadMore: (() => void) | undefined;
}

/** The images that would have broken a rule, each with which one. */
export function ReplayImages(props: ReplayImagesProps) {
  const { images, counts, effect, onEffect, isLoadingMore, loadMore } = props;
  if (counts.rejected + counts.warned === 0) return null;
  return (
    <>
      <SegmentedControl
        transitionDuration={0}
        size="xs"
        aria-label="Which images"
        data={[
          { value: 'rejected', label: `Rejected (${count(counts.rejected)})` },
          { value: 'warned', label: `With a warning (${count(counts.warned)})` },
        ]}
        value={effect}
        onChange={onEffect}
        style={{ alignSelf: 'flex-start' }}
      />
      <SimpleGrid cols={{ base: 2, sm: 3 }}>
        {images.map((image) => (
          <Breaking key={`${image.job_id}-${image.idx}`} image={image} />
        ))}
      </SimpleGrid>
      {loadMore && (
        <Group gap="sm">
          <Button variant="default" loading={isLoadingMore} onClick={loadMore}>
            Show more
          </Button>
          <Text size="sm" c="dimmed" role="status">
            {counted(images.length, 'image')} shown, {count(counts[effect] - images.length)} left
          </Text>
        </Group>
      )}
    </>
  );
}

/** The browser takes the picture from its host, which may not have it any more. */
function Breaking({ image }: { readonly image: ReplayedImage }) {
  const [isMissing, setMissing] = useState(false);
  const src = webAddress(image.image_url);
  return (
    <Stack gap={4}>
      {src === undefined || isMissing ? (
        <Center h={96} c="dimmed" bg="var(--mantine-color-default-hover)" bdrs="sm">
          <IconPhotoOff size={28} stroke={1.2} aria-hidden />
        </Center>
      ) : (
        <Image
          src={src}
          alt=""
          h={96}
          radius="sm"
          loading="lazy"
          referrerPolicy="no-referrer"
          onError={() => setMissing(true)}
        />
      )}
      <Anchor component={Link} to={`/jobs/${image.job_id}?image=${image.idx}`} size="xs">
        {image.store_name}, job {image.job_id}
      </Anchor>
      <Text size="xs" c="dimmed">
        {sayReasons(image)}
      </Text>
    </Stack>
  );
}

/** `It is 480 pixels high; it is 640 pixels wide`: what is asked for is said above. */
function sayReasons({ breaks }: ReplayedImage): string {
  const said = breaks.map(({ reason }) => reason.replace(/, where .*/, '')).join('; ');
  return capitalised(said);
}
