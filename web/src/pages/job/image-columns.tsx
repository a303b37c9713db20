import { Anchor, Text, Tooltip } from '@mantine/core';
import { Link } from 'react-router';
import type { Schema } from '../../api/client.js';
import type { Column } from '../../parts/data-table.js';
import { RowLink } from '../../parts/row-link.js';
import { StateBadge } from '../../parts/state-badge.js';
import { bytes, count, duration, pixels } from '../../parts/text.js';
import { fileName } from '../../parts/web-address.js';
import { withoutSubject } from './error-text.js';
import classes from './images.module.css';
import { STAGES } from './stages.js';

type Image = Schema<'ImageDto'>;

interface ImageColumnsOptions {
  /** Where an image is shown, by its place in the job. */
  readonly addressOf: (idx: number) => string;
  /** Whether the viewer may look at stores. */
  readonly linksStores: boolean;
}

/** What a row of the list says of an image. */
export function imageColumns({ addressOf, linksStores }: ImageColumnsOptions): Column<Image>[] {
  return [
    {
      id: 'idx',
      heading: '#',
      width: 72,
      cell: ({ idx }) => <span className={classes.idx}>{count(idx)}</span>,
    },
    { id: 'state', heading: 'State', width: 108, cell: ({ state }) => <StateBadge state={state} /> },
    { id: 'image', heading: 'Image', cell: (image) => <Name image={image} to={addressOf(image.idx)} /> },
    {
      id: 'store',
      heading: 'Store',
      width: 120,
      from: 768,
      cell: ({ store_id }) => (linksStores ? <Store id={store_id} /> : store_id),
    },
    { id: 'size', heading: 'Size', width: 120, align: 'right', from: 992, cell: sizeOf },
    {
      id: 'perimeter',
      heading: 'Perimeter',
      width: 104,
      align: 'right',
      from: 560,
      cell: ({ perimeter }) => (perimeter === null ? '–' : pixels(perimeter)),
    },
    { id: 'format', heading: 'Format', width: 76, from: 1200, cell: ({ format }) => format ?? '–' },
    {
      id: 'bytes',
      heading: 'File',
      width: 92,
      align: 'right',
      from: 992,
      cell: (image) => (image.bytes === null ? '–' : bytes(image.bytes)),
    },
    {
      id: 'time',
      heading: 'Time',
      width: 92,
      align: 'right',
      from: 768,
      cell: (image) => <Time image={image} />,
    },
  ];
}

/** `1,200 × 900`. */
export function sizeOf({ width, height }: Image): string {
  return width === null || height === null ? '–' : `${count(width)} × ${count(height)}`;
}

function Name({ image, to }: { readonly image: Image; readonly to: string }) {
  const { idx, image_url, error, store_id } = image;
  return (
    <RowLink to={to} keepsScroll label={`Open image ${idx}`}>
      <Text size="sm" truncate fw={500} title={image_url}>
        {fileName(image_url)}
      </Text>
      {error !== null && (
        <Text size="xs" truncate className={classes.error} title={error}>
          {withoutSubject(error)}
        </Text>
      )}
      {image.warnings.map(({ code, message }) => (
        <Text key={code} size="xs" truncate title={message}>
          {withoutSubject(message)}
        </Text>
      ))}
      {error === null && (
        <Text size="xs" c="dimmed" truncate hiddenFrom="sm">
          {store_id}
        </Text>
      )}
    </RowLink>
  );
}

function Store({ id }: { readonly id: string }) {
  return (
    <Anchor component={Link} to={`/stores/${encodeURIComponent(id)}`} size="sm">
      {id}
    </Anchor>
  );
}

/** All of it; its stages on hover and for keyboards. */
function Time({ image: { timings } }: { readonly image: Image }) {
  if (timings.total_ms === null) return '–';
  const stages = STAGES.flatMap(({ name, word }) => {
    const ms = timings[name];
    return ms === null ? [] : [`${word} ${duration(ms)}`];
  });
  return (
    <Tooltip label={stages.join(' · ')} events={{ hover: true, focus: true, touch: true }}>
      <span tabIndex={0}>{duration(timings.total_ms)}</span>
    </Tooltip>
  );
}
