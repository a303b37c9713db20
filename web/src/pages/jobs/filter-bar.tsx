import { Button, Collapse, Drawer, Pill } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useGroups } from '../../data/groups.js';
import { FilterForm } from './filter-form.js';
import { isNarrowed, without, wordsOf, type JobFilter } from './job-filter.js';
import classes from './jobs.module.css';
import { StateTabs } from './state-tabs.js';
import type { useJobFilter } from './use-job-filter.js';

interface FilterBarProps extends ReturnType<typeof useJobFilter> {
  readonly isNarrow: boolean;
}

/** What the list shows, and the ways to change it. */
export function FilterBar({ filter, setFilter, pathOf, isNarrow }: FilterBarProps) {
  const [isOpen, { toggle, close }] = useDisclosure();
  const { data: groups = [] } = useGroups();
  const words = wordsOf(filter, (id) => groups.find((group) => group.id === id)?.name ?? id);
  const form = (
    <FilterForm
      // What was typed and not sent off is gone when the address changes.
      key={JSON.stringify(filter)}
      filter={filter}
      onApply={(next) => {
        setFilter(next);
        if (isNarrow) close();
      }}
    />
  );
  return (
    <>
      <div className={classes.bar}>
        <StateTabs filter={filter} pathOf={pathOf} />
        <Button
          variant="default"
          size="xs"
          leftSection={<IconAdjustmentsHorizontal size={16} stroke={1.7} />}
          onClick={toggle}
          aria-expanded={isOpen}
        >
          Filters
        </Button>
      </div>
      {isNarrow ? (
        <Drawer
          opened={isOpen}
          onClose={close}
          position="right"
          title={<b>Filters</b>}
          className={classes.stacked}
          closeButtonProps={{ 'aria-label': 'Close the filters' }}
        >
          {form}
        </Drawer>
      ) : (
        <Collapse expanded={isOpen}>{form}</Collapse>
      )}
      {words.length > 0 && <Chips filter={filter} words={words} setFilter={setFilter} />}
    </>
  );
}

interface ChipsProps {
  readonly filter: JobFilter;
  readonly words: ReturnType<typeof wordsOf>;
  readonly setFilter: (filter: JobFilter) => void;
}

function Chips({ filter, words, setFilter }: ChipsProps) {
  return (
    <div className={classes.chips} role="group" aria-label="Filters in use">
      {words.map(({ text, fields }) => (
        <Pill
          key={text}
          size="md"
          className={classes.chip}
          withRemoveButton
          onRemove={() => setFilter(without(filter, ...fields))}
          removeButtonProps={{ 'aria-label': `Remove ${text}`, tabIndex: 0, 'aria-hidden': false }}
        >
          {text}
        </Pill>
      ))}
      {isNarrowed(filter) && (
        <Button
          variant="subtle"
          size="compact-xs"
          onClick={() => setFilter(filter.state ? { state: filter.state } : {})}
        >
          Clear all
        </Button>
      )}
    </div>
  );
}
