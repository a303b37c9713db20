import { Alert, Anchor, Badge, Group, Image, SimpleGrid, Stack, Table, Text } from '@mantine/core';
import { Link } from 'react-router';
import { Card } from '../../parts/card.js';
import { Loading } from '../../parts/states.js';
import { count, counted } from '../../parts/text.js';
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
        and warned of <b>{count(counts.warned)}</b>. When they were measured, {count(counts.rejected_then)}{' '}
        were rejected by a rule.
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
                {sayCriterion(criterion).name}: {count(broken)} {effect === 'reject' ? 'rejected' : 'warned'}
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

function Breaking({ image }: { readonly image: Replay['images'][number] }) {
  return (
    <Stack gap={4}>
      <Image
        src={image.image_url}
        alt=""
        h={96}
        radius="sm"
        loading="lazy"
        bg="var(--mantine-color-default-hover)"
      />
      <Anchor component={Link} to={`/jobs/${image.job_id}?image=${image.idx}`} size="xs">
        {image.store_name}, job {image.job_id}
      </Anchor>
      <Text size="xs" c="dimmed">
        {image.breaks.map(({ reason }) => reason.replace(/, where .*/, '')).join('; ')}
      </Text>
    </Stack>
  );
}
