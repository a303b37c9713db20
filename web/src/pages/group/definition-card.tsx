import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPencil } from '@tabler/icons-react';
import { useMay } from '../../data/session.js';
import { Card } from '../../parts/card.js';
import { asRule } from '../../parts/rule.js';
import { ListEditor } from './list-editor.js';
import { RuleChange } from './rule-change.js';
import { RuleChips } from './rule-chips.js';
import type { Group } from './use-group.js';

/** Who belongs to the group: as a rule to be read and edited, or as a list that files are dropped on. */
export function DefinitionCard({ group }: { readonly group: Group }) {
  const mayChange = useMay('admin') && group.deleted_at === null;
  const [isEditing, { open, close }] = useDisclosure();
  const edit = mayChange && group.rule && !isEditing && (
    <Button variant="default" size="xs" leftSection={<IconPencil size={14} />} onClick={open}>
      Edit the rule
    </Button>
  );
  return (
    <Card title="Who belongs to it" aside={edit}>
      {mayChange && isEditing ? (
        <RuleChange group={group} onEnd={close} />
      ) : (
        <Definition group={group} mayChange={mayChange} />
      )}
    </Card>
  );
}

interface DefinitionProps {
  readonly group: Group;
  readonly mayChange: boolean;
}

function Definition({ group, mayChange }: DefinitionProps) {
  const { rule, uses } = group;
  if (rule) {
    const nameOf = (id: string) => uses.find((used) => used.id === id)?.name ?? id;
    return <RuleChips rule={asRule(rule)} nameOf={nameOf} />;
  }
  if (mayChange) return <ListEditor group={group} />;
  return <Text size="sm">The stores of a list that somebody made.</Text>;
}
