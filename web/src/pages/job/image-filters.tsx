import { Autocomplete, Button, Group, NumberInput, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useGroups } from '../../data/groups.js';
import { useMay } from '../../data/session.js';
import { GroupPicker } from '../../parts/group-picker.js';
import { capitalised, count } from '../../parts/text.js';
import classes from './images.module.css';
import { IMAGE_STATES, isNarrowed } from './job-view.js';
import type { JobDetail } from './use-job.js';
import type { Summary } from './use-summary.js';
import { SHOW_ALL, useView } from './use-view.js';

interface ImageFiltersProps {
  readonly job: JobDetail;
  readonly summary: Summary | undefined;
}

/** Narrows the list of images, or lets it begin elsewhere; all of it is in the page's address. */
export function ImageFilters({ job, summary }: ImageFiltersProps) {
  const { view, change } = useView();
  const { state, code, warning } = view.filter;
  const mayRead = useMay('read');
  const codes = summary?.by_code.map((group) => ({
    value: group.code,
    label: `${group.code} (${count(group.images)})`,
  }));
  const warnings = warningOptions(summary);
  const isAnywhere = isNarrowed(view.filter) || view.from > 0;
  return (
    <Group gap="xs" mb="sm" role="search" aria-label="Filter images">
      <Select
        aria-label="State"
        placeholder="Any state"
        clearable
        flex="1 1 120px"
        maw={{ xs: 150 }}
        data={IMAGE_STATES.map((value) => ({ value, label: capitalised(value) }))}
        value={state ?? null}
        onChange={(value) => change({ state: value ?? undefined, from: undefined })}
        clearButtonProps={{ 'aria-label': 'Any state' }}
      />
      <Select
        aria-label="Error code"
        placeholder="Any error code"
        clearable
        searchable
        flex="1 1 180px"
        maw={{ xs: 230 }}
        data={withValue(codes ?? [], code)}
        value={code ?? null}
        nothingFoundMessage="No image failed like this"
        onChange={(value) => change({ code: value ?? undefined, from: undefined })}
        clearButtonProps={{ 'aria-label': 'Any error code' }}
      />
      {(warnings.length > 1 || warning !== undefined) && (
        <Select
          aria-label="Warning"
          placeholder="Warned or not"
          clearable
          flex="1 1 180px"
          maw={{ xs: 230 }}
          data={withValue(warnings, warning)}
          value={warning ?? null}
          onChange={(value) => change({ warning: value ?? undefined, from: undefined })}
          clearButtonProps={{ 'aria-label': 'Warned or not' }}
        />
      )}
      {mayRead && <GroupFilter />}
      <StoreFilter key={view.filter.store_id} summary={summary} />
      <GoTo key={view.from} last={job.progress.total - 1} />
      {isAnywhere && (
        <Button
          variant="subtle"
          color="gray"
          c="dimmed"
          leftSection={<IconX size={14} />}
          onClick={() => change(SHOW_ALL)}
        >
          Show all
        </Button>
      )}
    </Group>
  );
}

/** Suggests the stores with the most failures; any other can be typed. */
function StoreFilter({ summary }: Pick<ImageFiltersProps, 'summary'>) {
  const { view, change } = useView();
  const [text, setText] = useState(view.filter.store_id ?? '');
  const apply = (storeId: string) => {
    if (storeId.trim() !== (view.filter.store_id ?? ''))
      change({ store_id: storeId.trim(), from: undefined });
  };
  return (
    <Autocomplete
      aria-label="Store"
      placeholder="Any store id"
      flex="1 1 150px"
      maw={{ xs: 170 }}
      clearable
      data={summary?.by_store.map((store) => store.store_id) ?? []}
      limit={20}
      value={text}
      onChange={setText}
      onOptionSubmit={apply}
      onClear={() => apply('')}
      onBlur={() => apply(text)}
      onKeyDown={({ key }) => {
        if (key === 'Enter') apply(text);
      }}
      clearButtonProps={{ 'aria-label': 'Any store' }}
    />
  );
}

/** Not there while there are no groups. */
function GroupFilter() {
  const { view, change } = useView();
  const { data: groups = [] } = useGroups();
  const { group = '' } = view.filter;
  if (groups.length === 0 && group === '') return null;
  return (
    <GroupPicker
      label="Group"
      isLabelHidden
      placeholder="Any group"
      value={group}
      onChange={(id) => change({ group: id, from: undefined })}
      className={classes.group}
    />
  );
}

/** Lets the list begin at a place in the job. */
function GoTo({ last }: { readonly last: number }) {
  const { view, change } = useView();
  const [place, setPlace] = useState<number | string>(view.from > 0 ? view.from : '');
  const apply = () => {
    const from = place === '' || Number(place) <= 0 ? undefined : Math.min(Number(place), last);
    if ((from ?? 0) !== view.from) change({ from });
  };
  return (
    <NumberInput
      aria-label="Go to image number"
      placeholder="Go to #"
      flex="1 1 100px"
      maw={{ xs: 110 }}
      min={0}
      max={Math.max(0, last)}
      allowDecimal={false}
      allowNegative={false}
      hideControls
      value={place}
      onChange={setPlace}
      onBlur={apply}
      onKeyDown={({ key }) => {
        if (key === 'Enter') apply();
      }}
    />
  );
}

/** Any warning, then those that images have, the most frequent first. */
function warningOptions(summary: Summary | undefined) {
  const ofOne = summary?.by_warning.map((group) => ({
    value: group.code,
    label: `${group.code} (${count(group.images)})`,
  }));
  return [
    { value: 'any', label: `Any warning${summary ? ` (${count(summary.warned)})` : ''}` },
    ...(ofOne ?? []),
  ];
}

/** The code in the address may be one that no image has any more. */
function withValue(options: { value: string; label: string }[], value: string | undefined) {
  if (value === undefined || options.some((option) => option.value === value)) return options;
  return [...options, { value, label: value }];
}
