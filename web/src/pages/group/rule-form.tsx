import { Button, Group, Stack } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { Rule } from '../../parts/rule.js';
import { tellProblem } from '../../parts/toasts.js';
import classes from './group.module.css';
import { Preview } from './preview.js';
import { toRule, type JoinDraft } from './rule-draft.js';
import { RuleEditor } from './rule-editor.js';

interface RuleFormProps {
  readonly draft: JoinDraft;
  readonly onChange: (draft: JoinDraft) => void;
  readonly groupId?: string;
  readonly verb: string;
  /** Something else is missing or in the way. */
  readonly isStopped: boolean;
  readonly onSave: (rule: Rule) => Promise<void>;
  /** Beside the button that saves. */
  readonly children?: ReactNode;
}

/** Edits a rule beside what it would hold. Nothing is kept before it is saved. */
export function RuleForm(props: RuleFormProps) {
  const { draft, onChange, groupId, verb, isStopped, onSave, children } = props;
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
        <RuleEditor draft={draft} onChange={onChange} groupId={groupId} />
        <Preview rule={edited} />
      </div>
      <Group gap="xs">
        <Button onClick={save} disabled={!edited || isStopped} loading={isSaving}>
          {verb}
        </Button>
        {children}
      </Group>
    </Stack>
  );
}
