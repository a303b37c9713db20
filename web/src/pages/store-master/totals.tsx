import { Anchor, Group, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useAreas } from '../../data/areas.js';
import { count } from '../../parts/text.js';

/** How many stores and areas there are; nothing until that is known. */
export function Totals() {
  const totals = useTotals();
  if (!totals) return null;
  return (
    <Group gap="xl" className="figures">
      <Figure name="Active stores" value={totals.active} to="/stores?active=true" />
      <Figure name="Inactive" value={totals.stores - totals.active} to="/stores?active=false" />
      <Figure name="Areas" value={totals.areas} to="/areas" />
    </Group>
  );
}

function Figure({ name, value, to }: { readonly name: string; readonly value: number; readonly to: string }) {
  return (
    <Anchor component={Link} to={to} aria-label={`${name}: ${count(value)}`} c="var(--mantine-color-text)">
      <Text size="xs" c="dimmed">
        {name}
      </Text>
      <Text fz={20} fw={650} lh={1.2}>
        {count(value)}
      </Text>
    </Anchor>
  );
}

/** Of the whole list; undefined until that is known. */
export function useTotals() {
  const { data: areas } = useAreas();
  return (
    areas && {
      areas: areas.length,
      stores: areas.reduce((sum, { stores }) => sum + stores, 0),
      active: areas.reduce((sum, { active_stores }) => sum + active_stores, 0),
    }
  );
}
