import { groupChanges } from './change-words.js';

const change = (
  field: Parameters<typeof groupChanges>[0][number]['field'],
  old_value: string | null,
  new_value: string | null,
  import_id = '2',
) => ({ field, old_value, new_value, import_id, changed_at: '2026-03-01T09:30:00.000Z' });

describe('groupChanges', () => {
  it('says in sentences what each import changed', () => {
    const groups = groupChanges([
      change('name', 'A', 'B'),
      change('latitude', null, '12.9'),
      change('coordinates_source', 'import', null),
      change('active', 'false', 'true'),
      change('active', 'true', 'false', '1'),
    ]);
    expect(groups.map(({ import_id, sentences }) => [import_id, sentences])).toEqual([
      [
        '2',
        [
          'Name changed from A to B',
          'Latitude added: 12.9',
          'Source of the coordinates removed: import',
          'Came back to the list',
        ],
      ],
      ['1', ['Left the list']],
    ]);
  });
});
