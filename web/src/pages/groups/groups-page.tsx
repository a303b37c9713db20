import { Button, Group, SegmentedControl, Stack } from '@mantine/core';
import { IconArrowsDiff, IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { usePageTitle } from '../../app/page-title.js';
import { useGroups } from '../../data/groups.js';
import { useMay } from '../../data/session.js';
import { Answer } from '../../parts/answer.js';
import { Card } from '../../parts/card.js';
import { PageHeader } from '../../parts/page-header.js';
import { SearchField } from '../../parts/search-field.js';
import { Empty } from '../../parts/states.js';
import { withParam } from '../../parts/with-param.js';
import { GroupTable, type GroupTableProps } from './group-table.js';
import { MAX_COMPARED } from './use-comparison.js';
import { useDeletedGroups } from './use-deleted-groups.js';

/** Named sets of stores. */
export function GroupsPage() {
  usePageTitle('Groups');
  const [address, setAddress] = useSearchParams();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const isDeleted = address.get('deleted') === 'true';
  const search = address.get('q') ?? '';
  const live = useGroups();
  const deleted = useDeletedGroups(isDeleted, search);
  const mayChange = useMay('admin');
  const change = (name: string, value: string) =>
    setAddress((now) => withParam(now, name, value), { replace: true });
  const canCompare = chosen.size >= 2 && chosen.size <= MAX_COMPARED;
  return (
    <>
      <PageHeader title="Groups" about="Named sets of stores, for lists and figures to be narrowed by">
        {canCompare ? (
          <Button
            component={Link}
            to={`/groups/compare?ids=${[...chosen].join(',')}`}
            variant="default"
            leftSection={<IconArrowsDiff size={16} />}
          >
            Compare {chosen.size} groups
          </Button>
        ) : (
          <Button
            variant="default"
            leftSection={<IconArrowsDiff size={16} />}
            disabled
            title={`Select 2 to ${MAX_COMPARED} groups to see them side by side.`}
          >
            Compare
          </Button>
        )}
        {mayChange && (
          <Button component={Link} to="/groups/new" leftSection={<IconPlus size={16} />}>
            New group
          </Button>
        )}
      </PageHeader>
      <Stack gap="md">
        <Group gap="sm">
          <div style={{ flex: '1 1 240px' }}>
            <SearchField
              label="Search groups"
              placeholder="Part of a name or description"
              value={search}
              onSearch={(q) => change('q', q)}
            />
          </div>
          <SegmentedControl
            transitionDuration={0}
            aria-label="Which groups"
            data={[
              { value: '', label: 'In use' },
              { value: 'true', label: 'Deleted' },
            ]}
            value={isDeleted ? 'true' : ''}
            onChange={(value) => change('deleted', value)}
          />
        </Group>
        <Card p={0}>
          <Answer query={isDeleted ? deleted : live}>
            {(groups) => (
              <Found
                groups={groups}
                search={search}
                isDeleted={isDeleted}
                chosen={chosen}
                onChoose={setChosen}
                mayChange={mayChange}
              />
            )}
          </Answer>
        </Card>
      </Stack>
    </>
  );
}

interface FoundProps extends GroupTableProps {
  readonly isDeleted: boolean;
  readonly mayChange: boolean;
}

function Found({ groups, search, isDeleted, chosen, onChoose, mayChange }: FoundProps) {
  const found = useMemo(() => {
    const wanted = search.toLowerCase();
    return groups.filter(({ name, description }) => `${name}\n${description}`.toLowerCase().includes(wanted));
  }, [groups, search]);
  if (found.length > 0) {
    return (
      <GroupTable
        groups={found}
        search={search}
        chosen={chosen}
        onChoose={isDeleted ? undefined : onChoose}
      />
    );
  }
  if (search) return <Empty title="No group fits" hint={`No name or description has “${search}” in it.`} />;
  if (isDeleted) return <Empty title="No group was deleted" />;
  return (
    <Empty
      title="There are no groups yet"
      hint="A group is a list of stores, or a rule like “hotels in area 7100015”. Jobs, images, exports and figures can be narrowed to it."
    >
      {mayChange && (
        <Button component={Link} to="/groups/new">
          Make the first group
        </Button>
      )}
    </Empty>
  );
}
