import { Alert, Anchor, Badge, Center, Group, Image, SimpleGrid, Stack, Table, Text } from '@mantine/core';
import { IconPhotoOff } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { Card } from '../../parts/card.js';
import { Loading } from '../../parts/states.js';
import { count, counted } from '../../parts/text.js';
import { webAddress } from '../../parts/web-address.js';
import { sayCategory, sayCriterion } from './rule-words.js';
import type { Replay, useReplay } from './use-rules.js';

/** What the rules would have done to the images of the last 30 days. */
export function ReplayCard({ replay }: { readonly replay: ReturnType<typeof useReplay> }) {
  if (replay.isIdle) return null;
  return (
    <Card title="On the last 30 days">
      {replay.isPending && <Loading label="Trying the rules" />}
      {replay.error && (
        <Alert color="red" title="The rules could not be tried">
          {replay.error.message}
        </Alert>
      )}
      {replay.data?.counts && <Outcome counts={replay.data.counts} images={replay.data.images} />}
    </Card>
  );
}

type Counts = NonNullable<Replay['counts']>;

function Outcome({ counts, images }: { readonly counts: Counts; readonly images: Replay['images'] }) {
  const { by_criterion: criteria, by_category: categories } = counts;
  return (
    <Stack gap="md">
      <Text role="status">
        Of {counted(counts.images, 'image')}, these rules would have rejected <b>{count(counts.rejected)}</b>{' '}
        and let <b>{count(counts.warned)}</b> pass with a warning. The rules of their time rejected{' '}
        {counts.rejected_then === 0 ? 'none' : count(counts.rejected_then)}.
      </Text>
      {criteria.length > 0 && (
        <Group gap="xs">
          {criteria.map(({ criterion, effect, images: broken }) => (
            <Badge
              key={criterion + effect}
              variant="outline"
              color={effect === 'reject' ? 'red' : 'yellow'}
              tt="none"
            >
              <Text span inherit c="var(--mantine-color-text)">
                {sayCriterion(criterion).name}, {effect}: {counted(broken, 'image')}
              </Text>
            </Badge>
          ))}
        </Group>
      )}
      {categories.length > 0 && (
        <Table verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Category</Table.Th>
              <Table.Th ta="right">Images</Table.Th>
              <Table.Th ta="right">Rejected</Table.Th>
              <Table.Th ta="right">Warned</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {categories.map((row) => (
              <Table.Tr key={row.category}>
                <Table.Td>{sayCategory(row.category)}</Table.Td>
                <Table.Td ta="right">{count(row.images)}</Table.Td>
                <Table.Td ta="right">{count(row.rejected)}</Table.Td>
                <Table.Td ta="right">{count(row.warned)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {images.length > 0 && (
        <SimpleGrid cols={{ base: 2, sm: 3 }}>
          {images.map((image) => (
            <Breaking key={`${image.job_id}-${image.idx}`} image={image} />
          ))}
        </SimpleGrid>
      )}
    </Stack>
  );
}

/** The browser takes the picture from its host, which may not have it any more. */
function Breaking({ image }: { readonly image: Replay['images'][number] }) {
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
        {image.breaks.map(({ reason }) => reason.replace(/, where .*/, '')).join('; ')}
      </Text>
    </Stack>
  );
}
