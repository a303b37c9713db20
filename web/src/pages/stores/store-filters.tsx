import { Group, SegmentedControl, Select } from '@mantine/core';
import type { Schema } from '../../api/client.js';
import { CATEGORY_CHOICES, isCategory } from '../../parts/category-words.js';
import { useTags } from '../../data/tags.js';
import { GroupPicker } from '../../parts/group-picker.js';
import { SearchField } from '../../parts/search-field.js';
import { counted } from '../../parts/text.js';
import type { StoreFilter } from './store-filter.js';
import classes from './stores.module.css';

const STATES = [
  { value: '', label: 'All' },
  { value: 'true', label: 'Active' },
  { value: 'false', label: 'Inactive' },
];

interface StoreFiltersProps {
  readonly filter: StoreFilter;
  readonly areas: readonly Schema<'AreaDto'>[];
  readonly onChange: (change: Partial<StoreFilter>) => void;
}

export function StoreFilters({ filter, areas, onChange }: StoreFiltersProps) {
  const codes = areas.map(({ area_code, stores }) => ({
    value: area_code,
    label: `${area_code} · ${counted(stores, 'store')}`,
  }));
  // One that is in the address only can be seen and taken away, too.
  const isUnknown = filter.area_code && !codes.some(({ value }) => value === filter.area_code);
  const known = isUnknown ? [...codes, { value: filter.area_code, label: filter.area_code }] : codes;
  return (
    <Group gap="sm" mb="md" className={classes.filters}>
      <div className={classes.search}>
        <SearchField
          label="Search stores"
          placeholder="Part of a name or id"
          value={filter.q}
          onSearch={(q) => onChange({ q })}
        />
      </div>
      <Select
        aria-label="Area"
        placeholder="All areas"
        data={known}
        value={filter.area_code || null}
        onChange={(area) => onChange({ area_code: area ?? '' })}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': 'Show all areas' }}
        limit={100}
        nothingFoundMessage="No such area"
        className={classes.area}
      />
      <Select
        aria-label="Category"
        placeholder="All categories"
        data={CATEGORY_CHOICES}
        value={filter.category || null}
        onChange={(value) => onChange({ category: isCategory(value) ? value : '' })}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': 'Show all categories' }}
        nothingFoundMessage="No such category"
        className={classes.area}
      />
      <GroupPicker
        label="Group"
        isLabelHidden
        placeholder="All groups"
        value={filter.group}
        onChange={(group) => onChange({ group })}
        className={classes.area}
      />
      <TagFilter value={filter.tag} onChange={(tag) => onChange({ tag })} />
      <SegmentedControl
        transitionDuration={0}
        aria-label="State of stores"
        data={STATES}
        value={filter.active}
        onChange={(active) => onChange({ active: active as StoreFilter['active'] })}
      />
    </Group>
  );
}

interface TagFilterProps {
  readonly value: string;
  readonly onChange: (tag: string) => void;
}

/** Not there while no store has a tag. */
function TagFilter({ value, onChange }: TagFilterProps) {
  const { data: tags = [] } = useTags();
  const known = tags.map(({ tag, stores }) => ({
    value: tag,
    label: `${tag} · ${counted(stores, 'store')}`,
  }));
  if (known.length === 0 && !value) return null;
  return (
    <Select
      aria-label="Tag"
      placeholder="All tags"
      data={value && !tags.some(({ tag }) => tag === value) ? [{ value, label: value }, ...known] : known}
      value={value || null}
      onChange={(tag) => onChange(tag ?? '')}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': 'Show all tags' }}
      nothingFoundMessage="No such tag"
      className={classes.area}
    />
  );
}
