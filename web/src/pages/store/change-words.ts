import type { Schema } from '../../api/client.js';

type Change = Schema<'StoreChangeDto'>;

/** Changes that one import made at once. */
export interface ChangeGroup {
  readonly import_id: string;
  readonly changed_at: string;
  readonly sentences: readonly string[];
}

const FIELDS: Readonly<Record<Change['field'], string>> = {
  name: 'Name',
  area_code: 'Area',
  active: 'State',
  latitude: 'Latitude',
  longitude: 'Longitude',
  coordinates_source: 'Source of the coordinates',
};

/** What imports changed, one group for each, in the order of the changes. */
export function groupChanges(changes: readonly Change[]): ChangeGroup[] {
  const groups = new Map<string, ChangeGroup & { sentences: string[] }>();
  for (const change of changes) {
    const { import_id, changed_at } = change;
    const group = groups.get(import_id) ?? { import_id, changed_at, sentences: [] };
    group.sentences.push(sayChange(change));
    groups.set(import_id, group);
  }
  return [...groups.values()];
}

function sayChange({ field, old_value, new_value }: Change): string {
  if (field === 'active') return new_value === 'true' ? 'Came back to the list' : 'Left the list';
  const name = FIELDS[field];
  if (old_value === null) return `${name} added: ${new_value}`;
  if (new_value === null) return `${name} removed: ${old_value}`;
  return `${name} changed from ${old_value} to ${new_value}`;
}
