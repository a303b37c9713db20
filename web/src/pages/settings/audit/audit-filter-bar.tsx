import { Box, Group, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, content } from '../../../data/api.js';
import { PeriodPicker } from '../../../parts/period-picker.js';
import type { ShownPeriod } from '../../../parts/use-period.js';
import { FilterText } from '../filter-text.js';
import type { Misfit } from '../misfit.js';
import { useParam } from '../use-param.js';
import { ACTIONS, sayAction } from './audit-words.js';

interface AuditFilterBarProps {
  readonly shown: ShownPeriod;
  readonly misfit: Misfit | undefined;
}

/** Ten years: the log is kept for good. */
const MAX_DAYS = 3_650;

export function AuditFilterBar({ shown, misfit }: AuditFilterBarProps) {
  const [action, setAction] = useParam('action');
  const [keyId, setKeyId] = useParam('key');
  return (
    <Group gap="sm" mb="md" align="flex-start">
      <Select
        label="What was done"
        data={ACTIONS.map((value) => ({ value, label: sayAction(value) }))}
        value={action}
        onChange={setAction}
        placeholder="Anything"
        searchable
        clearable
        clearButtonProps={{ 'aria-label': 'Anything that was done' }}
        w={{ base: 'calc(50% - 6px)', xs: 200 }}
      />
      <KeyFilter value={keyId} onChange={setKeyId} error={sentenceAt(misfit, 'key_id')} />
      <FilterText
        label="To what"
        name="subject"
        placeholder="Id, such as 128"
        error={sentenceAt(misfit, 'subject')}
      />
      <Box ml={{ md: 'auto' }} pt={{ base: 0, xs: 25 }}>
        <PeriodPicker shown={shown} offer={['24h', '7d', '30d', '90d']} maxDays={MAX_DAYS} />
      </Box>
    </Group>
  );
}

interface KeyFilterProps {
  readonly value: string | null;
  readonly onChange: (keyId: string | null) => void;
  readonly error: string | undefined;
}

/** Chooses an API key, revoked ones too: what was done with them stays in the log. */
function KeyFilter({ value, onChange, error }: KeyFilterProps) {
  const keys = useQuery({
    queryKey: ['keys', 'names'],
    queryFn: async ({ signal }) =>
      (await content(api.GET('/api/keys', { params: { query: { limit: 500 } }, signal }))).keys,
    staleTime: 30_000,
  });
  const data = (keys.data ?? []).map(({ id, name, prefix }) => ({
    value: id,
    label: `${name} (${prefix}…)`,
  }));
  if (value && !data.some((one) => one.value === value)) data.push({ value, label: `Key ${value}` });
  if (data.length === 0) return null;
  return (
    <Select
      label="With which key"
      data={data}
      value={value}
      onChange={onChange}
      placeholder="Any, or none"
      searchable
      clearable
      clearButtonProps={{ 'aria-label': 'Any key' }}
      error={error}
      w={{ base: 'calc(50% - 6px)', xs: 220 }}
    />
  );
}

function sentenceAt(misfit: Misfit | undefined, field: string): string | undefined {
  return misfit?.field === field ? misfit.sentence : undefined;
}
