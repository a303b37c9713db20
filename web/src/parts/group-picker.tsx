import { Select } from '@mantine/core';
import { useGroups } from '../data/groups.js';

interface GroupPickerProps {
  /** Visible above the field; otherwise for screen readers only. */
  readonly label: string;
  readonly isLabelHidden?: boolean;
  /** Id of the group; empty for any. */
  readonly value: string;
  readonly onChange: (id: string) => void;
  readonly placeholder?: string;
  /** Not offered: a group must not use itself. */
  readonly except?: string | undefined;
  readonly className?: string | undefined;
}

/** Chooses a group by its name. */
export function GroupPicker(props: GroupPickerProps) {
  const { label, isLabelHidden = false, value, onChange, placeholder = 'Any', except, className } = props;
  // One can do without, while they are unknown.
  const { data: groups = [] } = useGroups();
  const known = groups.filter(({ id }) => id !== except).map(({ id, name }) => ({ value: id, label: name }));
  // One that is in the address only, as it was deleted, can be seen and taken away, too.
  const isUnknown = value !== '' && !known.some((group) => group.value === value);
  return (
    <Select
      {...(isLabelHidden ? { 'aria-label': label } : { label })}
      placeholder={placeholder}
      data={isUnknown ? [...known, { value, label: `Group ${value}` }] : known}
      value={value || null}
      onChange={(id) => onChange(id ?? '')}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': 'Any group' }}
      limit={100}
      nothingFoundMessage="No such group"
      className={className}
    />
  );
}
