import { Anchor, Button, Group } from '@mantine/core';
import { IconPhotoUp, IconStack2 } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { Schema } from '../../api/client.js';
import { useMay } from '../../data/session.js';
import { BackLink } from '../../parts/back-link.js';
import { CopyText } from '../../parts/copy-text.js';
import { PageHeader } from '../../parts/page-header.js';
import { PeriodPicker } from '../../parts/period-picker.js';
import { ToneBadge } from '../../parts/state-badge.js';
import type { ShownPeriod } from '../../parts/use-period.js';
import { Tags } from './tags.js';

interface StoreHeaderProps {
  readonly store: Schema<'StoreDetailDto'>;
  readonly shown: ShownPeriod;
}

/** Figures of a store are told for at most 366 days. */
const MAX_DAYS = 365;

export function StoreHeader({ store, shown }: StoreHeaderProps) {
  const maySubmit = useMay('submit');
  const id = encodeURIComponent(store.store_id);
  return (
    <>
      <BackLink to="/stores" label="All stores" />
      <PageHeader
        title={store.store_name}
        about={
          <>
            <WhichStore store={store} />
            <Tags storeId={store.store_id} tags={store.tags} />
          </>
        }
      >
        <PeriodPicker shown={shown} offer={['24h', '7d', '30d', '90d']} maxDays={MAX_DAYS} />
        <Button
          component={Link}
          to={`/jobs?store_id=${id}`}
          variant="default"
          leftSection={<IconStack2 size={16} />}
        >
          Jobs
        </Button>
        {maySubmit && store.active && (
          <Button component={Link} to={`/submit?store_id=${id}`} leftSection={<IconPhotoUp size={16} />}>
            Submit a visit
          </Button>
        )}
      </PageHeader>
    </>
  );
}

function WhichStore({ store }: { readonly store: Schema<'StoreDetailDto'> }) {
  const { store_id, area_code, active, latitude, longitude, coordinates_source } = store;
  const place = latitude === null || longitude === null ? null : `${latitude}, ${longitude}`;
  return (
    <Group gap={6} mt={4}>
      <ToneBadge tone={active ? 'good' : 'off'}>{active ? 'Active' : 'Inactive'}</ToneBadge>
      <span>{store_id}</span>
      <CopyText text={store_id} label="Copy the id" />
      <span>
        · Area{' '}
        <Anchor
          component={Link}
          to={`/areas?area=${encodeURIComponent(area_code)}`}
          inherit
          underline="always"
        >
          {area_code}
        </Anchor>
      </span>
      {place && (
        <>
          <span>· {place}</span>
          {coordinates_source && <span>({SOURCES[coordinates_source] ?? coordinates_source})</span>}
          <CopyText text={place} label="Copy the coordinates" />
        </>
      )}
    </Group>
  );
}

/** Where coordinates come from, as the API says it. */
const SOURCES: Readonly<Record<string, string>> = {
  sample: 'invented, for the sample stores',
  import: 'from the Store Master',
};
