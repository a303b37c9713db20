import { ActionIcon, Button, Group, Paper, SegmentedControl, Select, Stack } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { LeafField } from './leaf-field.js';
import classes from './group.module.css';
import {
  kindOf,
  LEAVES,
  newJoin,
  newLeaf,
  type Draft,
  type JoinDraft,
  type LeafDraft,
  type LeafKind,
} from './rule-draft.js';

interface EditorProps<Of> {
  readonly draft: Of;
  readonly onChange: (draft: Of) => void;
  /** The group whose rule it is: it cannot name itself. */
  readonly groupId?: string | undefined;
}

const JOINS = [
  { value: 'all', label: 'All of' },
  { value: 'any', label: 'Any of' },
  { value: 'not any', label: 'None of' },
  { value: 'not all', label: 'Not all of' },
];

const KINDS: readonly { value: LeafKind; label: string }[] = [
  { value: 'category', label: 'Category' },
  { value: 'area', label: 'Area' },
  { value: 'name', label: 'Part of the name' },
  { value: 'name_like', label: 'Name in any spelling' },
  { value: 'tags', label: 'Tag' },
  { value: 'active', label: 'Whether active' },
  { value: 'group', label: 'Other group' },
];

/** A set of conditions that a store must fit all of, or any of. Sets can stand in sets. */
export function RuleEditor({ draft, onChange, groupId, onRemove }: EditorProps<JoinDraft> & Removable) {
  const { join, parts, isNot } = draft;
  const setPart = (part: Draft) =>
    onChange({ ...draft, parts: parts.map((old) => (old.key === part.key ? part : old)) });
  const add = (part: Draft) => onChange({ ...draft, parts: [...parts, part] });
  const remove = (key: string) => onChange({ ...draft, parts: parts.filter((part) => part.key !== key) });
  return (
    <Paper withBorder p="sm" className={classes.join} role="group" aria-label="Set of conditions">
      <Stack gap="xs">
        <Group gap="xs" justify="space-between" wrap="nowrap">
          <SegmentedControl
            size="xs"
            transitionDuration={0}
            aria-label="How conditions count"
            data={JOINS}
            value={isNot ? `not ${join}` : join}
            onChange={(value) =>
              onChange({
                ...draft,
                isNot: value.startsWith('not'),
                join: value.endsWith('all') ? 'all' : 'any',
              })
            }
          />
          {onRemove && <Remove label="Remove the set" onRemove={onRemove} />}
        </Group>
        {parts.map((part) =>
          'join' in part ? (
            <RuleEditor
              key={part.key}
              draft={part}
              onChange={setPart}
              groupId={groupId}
              onRemove={() => remove(part.key)}
            />
          ) : (
            <LeafEditor
              key={part.key}
              draft={part}
              onChange={setPart}
              groupId={groupId}
              onRemove={() => remove(part.key)}
            />
          ),
        )}
        <Group gap="xs">
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={14} />}
            onClick={() => add(newLeaf())}
          >
            Condition
          </Button>
          <Button
            variant="subtle"
            size="xs"
            leftSection={<IconPlus size={14} />}
            onClick={() => add(newJoin(join === 'all' ? 'any' : 'all', newLeaf()))}
          >
            Set of conditions
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}

interface Removable {
  readonly onRemove?: () => void;
}

function LeafEditor({ draft, onChange, groupId, onRemove }: EditorProps<LeafDraft> & Removable) {
  const kind = kindOf(draft.leaf);
  return (
    <div className={classes.leaf}>
      <Select
        size="xs"
        aria-label="What the condition is about"
        data={KINDS}
        value={kind}
        allowDeselect={false}
        onChange={(next) => next && onChange({ ...draft, leaf: LEAVES[next] })}
        className={classes.kind}
      />
      <Negation isNot={draft.isNot} label="Condition" onChange={(isNot) => onChange({ ...draft, isNot })} />
      <div className={classes.value}>
        <LeafField leaf={draft.leaf} groupId={groupId} onChange={(leaf) => onChange({ ...draft, leaf })} />
      </div>
      {onRemove && <Remove label="Remove the condition" onRemove={onRemove} />}
    </div>
  );
}

interface NegationProps {
  readonly isNot: boolean;
  readonly label: string;
  readonly onChange: (isNot: boolean) => void;
}

function Negation({ isNot, label, onChange }: NegationProps) {
  return (
    <SegmentedControl
      size="xs"
      transitionDuration={0}
      aria-label={`${label}, or not`}
      data={[
        { value: 'is', label: 'is' },
        { value: 'not', label: 'is not' },
      ]}
      value={isNot ? 'not' : 'is'}
      onChange={(value) => onChange(value === 'not')}
    />
  );
}

function Remove({ label, onRemove }: { readonly label: string; readonly onRemove: () => void }) {
  return (
    <ActionIcon variant="subtle" color="gray" aria-label={label} onClick={onRemove}>
      <IconX size={16} />
    </ActionIcon>
  );
}
