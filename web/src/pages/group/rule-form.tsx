import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import type { Rule } from '../../parts/rule.js';
import { tellProblem } from '../../parts/toasts.js';
import classes from './group.module.css';
import { Preview } from './preview.js';
import { toDraft, toRule } from './rule-draft.js';
import { RuleEditor } from './rule-editor.js';

interface RuleFormProps {
  readonly rule: Rule;
  readonly groupId?: string;
  readonly verb: string;
  readonly onSave: (rule: Rule) => Promise<void>;
  readonly onCancel?: () => void;
}

/** Edits a rule beside what it would hold. Nothing is kept before it is saved. */
export function RuleForm({ rule, groupId, verb, onSave, onCancel }: RuleFormProps) {
  const [draft, setDraft] = useState(() => toDraft(rule));
  const [isSaving, setSaving] = useState(false);
  const edited = toRule(draft);
  const save = () => {
    if (!edited) return;
    setSaving(true);
    void onSave(edited)
      .catch(tellProblem)
      .finally(() => setSaving(false));
  };
  return (
    <Stack gap="md">
      <div className={classes.pair}>
        <RuleEditor draft={draft} onChange={setDraft} groupId={groupId} />
        <Preview rule={edited} />
      </div>
      <Group gap="xs">
        <Button onClick={save} disabled={!edited} loading={isSaving}>
          {verb}
        </Button>
        {onCancel && (
          <Button variant="default" onClick={onCancel}>
            Leave it
          </Button>
        )}
      </Group>
    </Stack>
  );
}
