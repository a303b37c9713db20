import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPencil } from '@tabler/icons-react';
import { useMay } from '../../data/session.js';
import { Card } from '../../parts/card.js';
import { asRule } from '../../parts/rule.js';
import { ListEditor } from './list-editor.js';
import { RuleChips } from './rule-chips.js';
import { RuleForm } from './rule-form.js';
import { changeGroup } from './use-changes.js';
import type { Group } from './use-group.js';

/** Who belongs to the group: as a rule to be read and edited, or as a list that files are dropped on. */
export function DefinitionCard({ group }: { readonly group: Group }) {
  const mayChange = useMay('admin') && group.deleted_at === null;
  const [isEditing, { open, close }] = useDisclosure();
  const { id, rule, uses, version } = group;
  const nameOf = (groupId: string) => uses.find((used) => used.id === groupId)?.name ?? groupId;
  const save = async (next: object) => {
    await changeGroup(id, version, { rule: { ...next } });
    close();
  };
  const edit = mayChange && rule && !isEditing && (
    <Button variant="default" size="xs" leftSection={<IconPencil size={14} />} onClick={open}>
      Edit the rule
    </Button>
  );
  return (
    <Card title="Who belongs to it" aside={edit}>
      {rule === null ? (
        mayChange ? (
          <ListEditor group={group} />
        ) : (
          <Text size="sm">The stores of a list that somebody made.</Text>
        )
      ) : isEditing ? (
        <RuleForm
          key={version}
          rule={asRule(rule)}
          groupId={id}
          verb="Save the rule"
          onSave={save}
          onCancel={close}
        />
      ) : (
        <RuleChips rule={asRule(rule)} nameOf={nameOf} />
      )}
    </Card>
  );
}
