import { Autocomplete, Button, NativeSelect, Select, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useAreas } from '../../data/areas.js';
import { LAST, toField } from '../../parts/period.js';
import { GroupPicker } from '../../parts/group-picker.js';
import { StorePicker } from '../../parts/store-picker.js';
import { count } from '../../parts/text.js';
import type { Field, JobFilter } from './job-filter.js';
import { useKnownCodes } from './known-values.js';
import classes from './jobs.module.css';

interface FilterFormProps {
  readonly filter: JobFilter;
  readonly onApply: (filter: JobFilter) => void;
}

const BETWEEN = 'between';
const PERIODS = [
  { value: '', label: 'At any time' },
  ...Object.entries(LAST).map(([value, { name }]) => ({ value, label: name })),
  { value: BETWEEN, label: 'Between two times' },
];

/** Everything but the state that the list can be narrowed by. Nothing happens before it is sent off. */
export function FilterForm({ filter, onApply }: FilterFormProps) {
  const [draft, setDraft] = useState(filter);
  const [isBetween, setBetween] = useState(Boolean(filter.from ?? filter.to));
  // One can do without, while they are unknown.
  const { data: areas = [] } = useAreas();
  const codes = useKnownCodes();
  const set = (field: Field) => (value: string | null) =>
    setDraft((now) => ({ ...now, [field]: value ?? '' }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { period, from, to, ...rest } = draft;
    onApply({ ...rest, ...(isBetween ? { from, to } : { period }) });
  };
  return (
    <form onSubmit={submit} aria-label="Filters">
      <div className={classes.fields}>
        <StorePicker label="Store" value={draft.store_id ?? ''} onChange={set('store_id')} />
        <Select
          label="Area"
          placeholder="Any"
          data={withOwn(areas, draft.area_code)}
          value={draft.area_code || null}
          onChange={set('area_code')}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': 'Any area' }}
          nothingFoundMessage="No such area"
        />
        <GroupPicker label="Group" value={draft.group ?? ''} onChange={set('group')} />
        <Autocomplete
          label="Error code"
          placeholder="As HTTP_404"
          data={codes}
          value={draft.code ?? ''}
          onChange={set('code')}
        />
        <TextInput
          label="Reference"
          placeholder="All of it"
          value={draft.reference ?? ''}
          onChange={(event) => set('reference')(event.currentTarget.value)}
        />
        <TextInput
          label="Label"
          placeholder="name:value"
          value={draft.label ?? ''}
          onChange={(event) => set('label')(event.currentTarget.value)}
        />
        <NativeSelect
          label="Submitted"
          data={PERIODS}
          value={isBetween ? BETWEEN : (draft.period ?? '')}
          onChange={({ currentTarget: { value } }) => {
            setBetween(value === BETWEEN);
            set('period')(value === BETWEEN ? '' : value);
          }}
        />
        {isBetween && (
          <>
            <TimeField label="From" value={draft.from} onChange={set('from')} />
            <TimeField label="To" value={draft.to} onChange={set('to')} />
          </>
        )}
        <Button type="submit" className={classes.apply}>
          Show jobs
        </Button>
      </div>
    </form>
  );
}

interface TimeFieldProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (iso: string) => void;
}

function TimeField({ label, value, onChange }: TimeFieldProps) {
  const isTime = value !== undefined && !Number.isNaN(Date.parse(value));
  return (
    <TextInput
      type="datetime-local"
      label={label}
      defaultValue={isTime ? toField(value) : ''}
      onChange={({ currentTarget: { value: field } }) => onChange(field && new Date(field).toISOString())}
    />
  );
}

type Area = { readonly area_code: string; readonly stores: number };

/** An address may name an area that does not exist any more. */
function withOwn(areas: readonly Area[], own: string | undefined) {
  const known = areas.map(({ area_code, stores }) => ({
    value: area_code,
    label: `${area_code} (${count(stores)} stores)`,
  }));
  return own && !areas.some(({ area_code }) => area_code === own)
    ? [{ value: own, label: own }, ...known]
    : known;
}
